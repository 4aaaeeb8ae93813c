package eu.bekaa.standard.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Looks a name up.
@FunctionalInterface
interface Resolver {
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
