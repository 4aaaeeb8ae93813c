package eu.bekaa.standard.platform.outbound;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/// Tells public addresses from those that lead inside, by the registries of special-purpose addresses (RFC 6890 and
/// IANA's lists).
final class PublicAddress {
    private static final List<Block> NOT_PUBLIC_4 = List.of(
            Block.of(0, 0, 0, 0, 8), // this network
            Block.of(10, 0, 0, 0, 8),
            Block.of(100, 64, 0, 0, 10), // carrier-grade NAT
            Block.of(127, 0, 0, 0, 8), // loopback
            Block.of(169, 254, 0, 0, 16), // link-local, and the metadata services of clouds
            Block.of(172, 16, 0, 0, 12),
            Block.of(192, 0, 0, 0, 24), // protocol assignments
            Block.of(192, 0, 2, 0, 24), // documentation
            Block.of(192, 88, 99, 0, 24), // 6to4 relays
            Block.of(192, 168, 0, 0, 16),
            Block.of(198, 18, 0, 0, 15), // benchmarks
            Block.of(198, 51, 100, 0, 24), // documentation
            Block.of(203, 0, 113, 0, 24), // documentation
            Block.of(224, 0, 0, 0, 4), // multicast
            Block.of(240, 0, 0, 0, 4)); // reserved, broadcast

    private PublicAddress() {}

    private record Block(int network, int bits) {
        static Block of(int a, int b, int c, int d, int bits) {
            return new Block(a << 24 | b << 16 | c << 8 | d, bits);
        }

        boolean holds(int address) {
            return (address ^ network) >>> 32 - bits == 0;
        }
    }

    static boolean is(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic(number(four.getAddress(), 0));
            case Inet6Address six -> isPublic(six.getAddress());
            case InetAddress other -> false;
        };
    }

    private static boolean isPublic(int address) {
        return NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(address));
    }

    /// Only global unicast, 2000::/3, which leaves out loopback, link-local, unique-local, multicast, mapped and NAT64
    /// forms; and within it nothing that carries an IPv4 address on.
    private static boolean isPublic(byte[] six) {
        int high = number(six, 0);
        boolean global = high >>> 29 == 1;
        boolean protocols = high >>> 9 == 0x20010000 >>> 9; // 2001::/23: Teredo, ORCHID, benchmarks
        boolean documentation = high == 0x20010db8 || high >>> 12 == 0x3fff0000 >>> 12;
        boolean sixToFour = high >>> 16 == 0x2002;
        int interfaceId = number(six, 8) & 0xfdffffff;
        boolean isatap = interfaceId == 0x5efe;
        return global && !protocols && !documentation && !sixToFour && !isatap;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 24
                | (bytes[at + 1] & 0xff) << 16
                | (bytes[at + 2] & 0xff) << 8
                | bytes[at + 3] & 0xff;
    }
}
