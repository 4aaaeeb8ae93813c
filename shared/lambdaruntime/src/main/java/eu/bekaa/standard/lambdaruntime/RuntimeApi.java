package eu.bekaa.standard.lambdaruntime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/// Lambda's Runtime API (2018-06-01) for one sandbox: hands out one event at a time and takes its answer. With
/// SnapStart it also says when the snapshot is taken and when it is brought back.
final class RuntimeApi implements AutoCloseable {
    private static final long GLANCE_MILLIS = 200;
    private static final String ROOT = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final String functionArn;
    private final Duration timeout;
    private final SynchronousQueue<Invocation> waiting = new SynchronousQueue<>();
    private final Map<String, Invocation> running = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> checkpoint = new CompletableFuture<>();
    private final CompletableFuture<Void> restore = new CompletableFuture<>();

    private record Invocation(String id, byte[] event, CompletableFuture<byte[]> answer) {}

    /// @param timeout what a function is given for an event
    RuntimeApi(String functionArn, Duration timeout) throws IOException {
        this.functionArn = functionArn;
        this.timeout = timeout;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(ROOT, this::serve);
        server.start();
    }

    /// Host and port, as `AWS_LAMBDA_RUNTIME_API` wants them.
    String address() {
        return server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    /// Ends when the function asks for its first event, or has failed to start.
    CompletableFuture<Void> ready() {
        return ready;
    }

    /// Ends when the function is ready for its snapshot.
    CompletableFuture<Void> checkpoint() {
        return checkpoint;
    }

    /// Brings the function back from its snapshot.
    void restore() {
        restore.complete(null);
    }

    /// Hands the event to the function as soon as it asks for one.
    CompletableFuture<byte[]> invoke(byte[] event) throws InterruptedException {
        var invocation = new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
        running.put(invocation.id(), invocation);
        while (!invocation.answer().isDone() && !waiting.offer(invocation, GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
            if (ready.isCompletedExceptionally()) {
                return ready.thenApply(never -> new byte[0]);
            }
        }
        return invocation.answer();
    }

    /// The function has ended: nothing that was asked of it is answered any more.
    void gone(String why) {
        var failure = new FunctionFailure(why);
        ready.obtrudeException(failure);
        checkpoint.completeExceptionally(failure);
        running.values().forEach(invocation -> invocation.answer().completeExceptionally(failure));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().substring(ROOT.length());
            switch (path) {
                case "invocation/next" -> next(exchange);
                case "restore/next" -> restored(exchange);
                case "init/error", "restore/error" -> {
                    gone(text(exchange));
                    answer(exchange, 202, new byte[0]);
                }
                default -> done(exchange, path.split("/", -1));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        ready.complete(null);
        var invocation = waiting.take();
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + timeout.toMillis()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0");
        answer(exchange, 200, invocation.event());
    }

    private void restored(HttpExchange exchange) throws IOException {
        checkpoint.complete(null);
        restore.join();
        answer(exchange, 200, new byte[0]);
    }

    /// `invocation/<id>/response` or `invocation/<id>/error`.
    private void done(HttpExchange exchange, String[] path) throws IOException {
        var invocation = path.length == 3 ? running.remove(path[1]) : null;
        if (invocation == null) {
            answer(exchange, 404, new byte[0]);
        } else if (path[2].equals("response")) {
            invocation.answer().complete(exchange.getRequestBody().readAllBytes());
            answer(exchange, 202, new byte[0]);
        } else {
            invocation.answer().completeExceptionally(new FunctionFailure(text(exchange)));
            answer(exchange, 202, new byte[0]);
        }
    }

    private static String text(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
