package eu.bekaa.standard.function.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A server between the product and a part of its cloud: it passes requests on, one per connection, as long as it is
/// well.
final class Relay implements AutoCloseable {
    private static final Duration HANG = Duration.ofSeconds(4);
    private static final Duration TRICKLE = Duration.ofMillis(200);
    private static final int PIECES = 8;

    private final int port;
    private final AtomicLong harmed = new AtomicLong();
    private volatile Ailment ailment = Ailment.NONE;
    private volatile @Nullable URI upstream;
    private volatile @Nullable ServerSocket door;

    /// What can be wrong with it.
    enum Ailment {
        NONE,
        /// Nobody listens.
        REFUSED,
        /// Every request is answered 503.
        UNAVAILABLE,
        /// Requests are heard, and nothing more, until the line is cut.
        HANGING,
        /// Answers come in small pieces.
        SLOW,
        /// Half of what is sent, half of what is answered; then the line is cut.
        TRUNCATED,
        /// A byte of every body is another.
        CORRUPTED,
        /// What was put is not found.
        FORGETFUL
    }

    Relay() throws IOException {
        var first = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        port = first.getLocalPort();
        listen(first);
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    void leadTo(URI server) {
        upstream = server;
    }

    /// How many requests have suffered so far.
    long harmed() {
        return harmed.get();
    }

    /// Falls ill, or gets well.
    void suffer(Ailment next) throws IOException {
        ailment = next;
        var open = door;
        if (next == Ailment.REFUSED && open != null) {
            open.close();
            door = null;
        } else if (next != Ailment.REFUSED && open == null) {
            var again = new ServerSocket();
            again.setReuseAddress(true);
            again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            listen(again);
        }
    }

    @Override
    public void close() throws IOException {
        suffer(Ailment.REFUSED);
    }

    private void listen(ServerSocket server) {
        door = server;
        Thread.ofPlatform().daemon().name("relay-" + port).start(() -> {
            while (!server.isClosed()) {
                try {
                    var client = server.accept();
                    Thread.startVirtualThread(() -> serve(client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            var request = RelayedMessage.read(new BufferedInputStream(client.getInputStream()), client);
            var ill = request == null ? Ailment.NONE : ailment;
            if (request != null) {
                answer(client, request, ill);
            }
        } catch (IOException gone) {
            // either side may hang up; the product has to live with it
            harmed.incrementAndGet();
        }
    }

    private void answer(Socket client, RelayedMessage request, Ailment ill) throws IOException {
        var out = client.getOutputStream();
        if (ill != Ailment.NONE) {
            harmed.incrementAndGet();
        }
        switch (ill) {
            case NONE -> out.write(passedOn(request).bytes());
            case UNAVAILABLE -> out.write(refusal("503 Slow Down", "SlowDown"));
            case REFUSED -> client.setSoLinger(true, 0);
            case HANGING -> LockSupport.parkNanos(HANG.toNanos());
            case CORRUPTED -> {
                // what is sent is spoilt on its way there, what is asked for on its way back
                out.write(
                        request.begins("PUT")
                                ? passedOn(request.corrupted()).bytes()
                                : passedOn(request).corrupted().bytes());
            }
            case FORGETFUL ->
                out.write(request.begins("PUT") ? passedOn(request).bytes() : refusal("404 Not Found", "NoSuchKey"));
            case SLOW -> {
                var bytes = passedOn(request).bytes();
                var piece = Math.max(1, bytes.length / PIECES);
                for (int from = 0; from < bytes.length; from += piece) {
                    out.write(bytes, from, Math.min(piece, bytes.length - from));
                    out.flush();
                    LockSupport.parkNanos(TRICKLE.toNanos());
                }
            }
            case TRUNCATED -> {
                if (request.begins("PUT")) {
                    passOnHalf(request);
                } else {
                    var bytes = passedOn(request).bytes();
                    out.write(bytes, 0, bytes.length - Math.max(1, bytes.length / 3));
                }
            }
        }
    }

    private static byte[] refusal(String status, String code) {
        var body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code></Error>";
        return ("HTTP/1.1 " + status + RelayedMessage.NEWLINE + "Content-Type: application/xml" + RelayedMessage.NEWLINE
                        + "Content-Length: " + body.length() + RelayedMessage.NEWLINE + "Connection: close"
                        + RelayedMessage.NEWLINE + RelayedMessage.NEWLINE + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private RelayedMessage passedOn(RelayedMessage request) throws IOException {
        try (var server = connect()) {
            server.getOutputStream().write(request.bytes());
            var answer = RelayedMessage.read(new BufferedInputStream(server.getInputStream()), null);
            if (answer == null) {
                throw new IOException("no answer");
            }
            return answer;
        }
    }

    private void passOnHalf(RelayedMessage request) throws IOException {
        try (var server = connect()) {
            var bytes = request.bytes();
            server.getOutputStream().write(bytes, 0, bytes.length - Math.max(1, request.body().length / 2));
        }
    }

    private Socket connect() throws IOException {
        var at = upstream;
        if (at == null) {
            throw new IOException("nowhere to go");
        }
        return new Socket("localhost", at.getPort());
    }
}
