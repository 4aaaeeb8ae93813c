package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whoever sends a request, before any credentials are looked at.
@Singleton
final class Strangers {
    private static final int LONGEST_AGENT = 300;
    private static final int LONGEST_ADDRESS = 64;

    private final EdgeConfig config;

    Strangers(EdgeConfig config) {
        this.config = config;
    }

    /// Nobody, with no permission, outside every organization: the caller of an open route.
    Caller of(HttpRequest<?> request) {
        return new Caller(
                Caller.PLATFORM,
                new Actor.Worker(Caller.PLATFORM, "edge"),
                Set.of(),
                Trace.of(request),
                address(request),
                agent(request));
    }

    /// The address that the outermost of our own proxies saw, or else the other end of the connection.
    private String address(HttpRequest<?> request) {
        var told =
                String.join(",", request.getHeaders().getAll("X-Forwarded-For")).split(",");
        if (config.proxies() > 0 && told.length >= config.proxies()) {
            var address = told[told.length - config.proxies()].strip();
            if (!address.isEmpty()) {
                return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
            }
        }
        var remote = request.getRemoteAddress();
        return remote.getAddress() == null
                ? remote.getHostString()
                : remote.getAddress().getHostAddress();
    }

    private static @Nullable String agent(HttpRequest<?> request) {
        var agent = request.getHeaders().get("User-Agent");
        return agent == null ? null : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT));
    }
}
