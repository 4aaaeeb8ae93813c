package eu.bekaa.standard.function.packaged;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// Where a function with SnapStart gets its credentials from: an address on loopback, not its environment.
final class ContainerKeys implements AutoCloseable {
    static final String SECRET = "a-secret-that-no-snapshot-holds";
    static final String SESSION = "a-session-that-no-snapshot-holds";
    private static final String KEYS = """
            {"AccessKeyId":"AKIAEXAMPLE","SecretAccessKey":"%s","Token":"%s","Expiration":"2099-01-01T00:00:00Z"}""".formatted(SECRET, SESSION);

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    ContainerKeys() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.incrementAndGet();
                var body = KEYS.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    }

    /// How often somebody wanted them.
    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
