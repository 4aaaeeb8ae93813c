package eu.bekaa.standard.platform.outbound;

import eu.bekaa.standard.kernel.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// An address to call, in the one spelling that every reader understands alike.
/// @param host a name, an IPv4 address in four decimal numbers, or an IPv6 address without brackets
/// @param path with its query, at least `/`
record Target(String scheme, String host, int port, String path) {
    private static final int MAX_LENGTH = 2_000;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int FIRST_UNPRIVILEGED = 1_024;
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern DECIMAL = Pattern.compile("(?:0|[1-9][0-9]{0,2})(?:\\.(?:0|[1-9][0-9]{0,2})){3}");
    /// A last label that other readers of addresses take for a number, `0x7f000001` or `127.1`.
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)");
    private static final List<String> INSIDE =
            List.of("localhost", "local", "internal", "intranet", "lan", "home.arpa", "onion");

    /// @throws Refusal `VALIDATION_ERROR` for what is no address, or none that may be called
    static Target of(String url, Reach reach) {
        var uri = parsed(url);
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        switch (reach) {
            case PUBLIC -> require(scheme.equals("https"), "url begins with https://.");
            case ANY ->
                require(scheme.equals("https") || scheme.equals("http"), "url begins with https:// or http://.");
        }
        require(uri.getRawUserInfo() == null, "url carries no user name and no password.");
        require(uri.getRawFragment() == null, "url carries no fragment.");
        require(uri.getHost() != null, "url names a host.");
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        var target = new Target(scheme, bare(host), port(uri, scheme), path(uri));
        target.requireWithin(reach);
        return target;
    }

    boolean encrypted() {
        return scheme.equals("https");
    }

    /// The `Host` header.
    String authority() {
        var name = host.contains(":") ? "[" + host + "]" : host;
        return port == (encrypted() ? HTTPS : HTTP) ? name : name + ":" + port;
    }

    /// Whether the host is an address rather than a name.
    boolean isLiteral() {
        return host.contains(":") || DECIMAL.matcher(host).matches();
    }

    private void requireWithin(Reach reach) {
        boolean literal = isLiteral();
        require(literal || NAME.matcher(host).matches(), "url names a host that cannot be looked up.");
        require(
                literal || !NUMBER.matcher(host).matches(),
                "url names its host by name, or by an address in its usual form.");
        if (reach == Reach.PUBLIC) {
            require(port == HTTPS || port >= FIRST_UNPRIVILEGED, "url names port 443, or one from 1024 on.");
            require(
                    literal || host.contains(".") && INSIDE.stream().noneMatch(end -> host.endsWith("." + end)),
                    "url leads to a host that is not public.");
        }
    }

    private static URI parsed(String url) {
        require(url.length() <= MAX_LENGTH, "url has at most " + MAX_LENGTH + " characters.");
        require(url.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\'), "url has plain characters only.");
        try {
            return new URI(url);
        } catch (URISyntaxException notOne) {
            throw Refusal.invalid("url", "url is not an address.");
        }
    }

    private static String bare(String host) {
        if (!host.startsWith("[")) {
            return host;
        }
        require(!host.contains("%"), "url names no network interface.");
        return host.substring(1, host.length() - 1);
    }

    private static int port(URI uri, String scheme) {
        if (uri.getPort() >= 0) {
            require(uri.getPort() > 0 && uri.getPort() < 65_536, "url names a port from 1 to 65535.");
            return uri.getPort();
        }
        return scheme.equals("https") ? HTTPS : HTTP;
    }

    private static String path(URI uri) {
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw Refusal.invalid("url", message);
        }
    }
}
