package eu.bekaa.standard.function.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// A customer's server on loopback: remembers who called, and answers as it is told, else 200.
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Integer>> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final Map<String, Runnable> beforeAnswer = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /// One call that came in.
    record Call(String path, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /// The next answers at a path.
    void answer(String path, Integer... next) {
        statuses.put(path, new ConcurrentLinkedQueue<>(List.of(next)));
    }

    /// What is said at a path, instead of `heard`.
    void say(String path, String text) {
        texts.put(path, text);
    }

    /// What happens once the call is heard and before it is answered.
    void beforeAnswer(String path, Runnable action) {
        beforeAnswer.put(path, action);
    }

    /// Calls at this path are not answered while the receiver stands.
    void hang(String path) {
        beforeAnswer(path, () -> {
            try {
                closing.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().equals(path)).toList();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = new ConcurrentHashMap<String, List<String>>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        calls.add(new Call(path, headers, body));
        beforeAnswer.getOrDefault(path, () -> {}).run();
        var next = statuses.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
        var answer = texts.getOrDefault(path, "heard").getBytes(StandardCharsets.UTF_8);
        if (next != null && next == 302) {
            exchange.getResponseHeaders().add("Location", url("/elsewhere"));
        }
        exchange.sendResponseHeaders(next == null ? 200 : next, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
