package eu.bekaa.standard.platform.outbound;

import eu.bekaa.standard.kernel.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/// Calls to one address. Its name is resolved once per connection, the verdict falls on what came out, and the
/// connection goes there and nowhere else: a name that changes its mind in between changes nothing. The name itself is
/// kept for the certificate, SNI and the Host header. For one thread.
public final class Line implements AutoCloseable {
    private final Target target;
    private final Reach reach;
    private final Resolver resolver;
    private final Duration timeout;
    private final SSLSocketFactory tls;
    private volatile @Nullable Socket socket;
    private volatile boolean closed;

    Line(Target target, Reach reach, Resolver resolver, Duration timeout, SSLSocketFactory tls) {
        this.target = target;
        this.reach = reach;
        this.resolver = resolver;
        this.timeout = timeout;
        this.tls = tls;
    }

    /// Posts a body and waits for the answer, ten seconds in all unless configured otherwise.
    /// @throws NoAnswer when the address may not be called or does not answer in time
    public Answer post(Map<String, String> headers, byte[] body) throws NoAnswer {
        return within(() -> exchange(Exchange.post(target, headers, body)));
    }

    /// Asks for the address itself.
    /// @throws NoAnswer as [#post]
    public Answer get(Map<String, String> headers) throws NoAnswer {
        return within(() -> exchange(Exchange.get(target, headers)));
    }

    /// Also ends a call that is under way; no other can follow.
    @Override
    public void close() {
        closed = true;
        var open = socket;
        socket = null;
        if (open != null) {
            closeQuietly(open);
        }
    }

    private interface Call {
        Answer run() throws IOException, NoAnswer;
    }

    /// One deadline for everything: looking up, connecting, shaking hands, and a server that trickles.
    private Answer within(Call call) throws NoAnswer {
        var answer = new CompletableFuture<Answer>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(call.run());
            } catch (IOException | NoAnswer | RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        });
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            close();
            throw new NoAnswer("There was no answer within " + timeout.toSeconds() + " seconds.");
        } catch (ExecutionException failure) {
            close();
            throw reason(failure.getCause());
        } catch (InterruptedException interrupted) {
            close();
            Thread.currentThread().interrupt();
            throw new NoAnswer("The call was broken off.");
        }
    }

    private static NoAnswer reason(@Nullable Throwable failure) {
        return switch (failure) {
            case NoAnswer known -> known;
            case UnknownHostException unknown -> new NoAnswer("The host's name cannot be looked up.");
            case SSLException untrusted -> new NoAnswer("The host's certificate is not trusted, or TLS failed.");
            case IOException broken -> new NoAnswer("The connection failed or broke off.");
            case RuntimeException bug -> throw bug;
            case null, default -> throw new IllegalStateException(failure);
        };
    }

    private Answer exchange(Exchange exchange) throws IOException, NoAnswer {
        var kept = socket;
        if (kept != null) {
            try {
                return finish(kept, exchange);
            } catch (Exchange.Unheard closedMeanwhile) {
                closeQuietly(kept);
            }
        }
        var fresh = connect();
        socket = fresh;
        return finish(fresh, exchange);
    }

    private Answer finish(Socket open, Exchange exchange) throws IOException {
        var answer = exchange.over(open);
        if (!exchange.mayBeFollowed()) {
            socket = null;
            closeQuietly(open);
        }
        return answer;
    }

    private Socket connect() throws IOException, NoAnswer {
        var addresses = target.isLiteral() ? literal(target) : resolver.resolve(target.host());
        try {
            requireAllowed(addresses, reach);
        } catch (Refusal inside) {
            throw new NoAnswer(inside.getMessage());
        }
        IOException last = new UnknownHostException();
        for (var address : addresses) {
            var plain = new Socket();
            socket = plain;
            if (closed) {
                throw new SocketException("called off");
            }
            try {
                plain.connect(new InetSocketAddress(address, target.port()), (int) timeout.toMillis());
                plain.setTcpNoDelay(true);
                return target.encrypted() ? encrypted(plain) : plain;
            } catch (SSLException untrusted) {
                closeQuietly(plain);
                throw untrusted;
            } catch (IOException unreachable) {
                closeQuietly(plain);
                last = unreachable;
            }
        }
        throw last;
    }

    private Socket encrypted(Socket plain) throws IOException {
        var secure = (SSLSocket) tls.createSocket(plain, target.host(), target.port(), true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!target.isLiteral()) {
            parameters.setServerNames(List.of(new SNIHostName(target.host())));
        }
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /// The address that the host's own spelling is.
    static List<InetAddress> literal(Target target) {
        try {
            return List.of(InetAddress.ofLiteral(target.host()));
        } catch (IllegalArgumentException notOne) {
            throw Refusal.invalid("url", "url names its host by name, or by an address in its usual form.");
        }
    }

    /// One address that leads inside is one too many: nobody knows which of them would be taken.
    static void requireAllowed(List<InetAddress> addresses, Reach reach) {
        if (reach == Reach.PUBLIC && !addresses.stream().allMatch(PublicAddress::is)) {
            throw Refusal.invalid("url", "url leads to a host that is not public.");
        }
    }

    private static void closeQuietly(Socket open) {
        try {
            open.close();
        } catch (IOException gone) {
            // it is closed either way
        }
    }
}
