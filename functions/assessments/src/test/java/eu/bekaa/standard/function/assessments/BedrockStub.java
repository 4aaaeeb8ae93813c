package eu.bekaa.standard.function.assessments;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Bedrock's Converse API on loopback: answers as a test says and remembers what it was asked.
final class BedrockStub {
    /// What a model says that does as it is told.
    static final String WORDED = """
            {"summary": "Access reviews are described; the rest is not.", "assumptions": ["The policy is in force."],
             "limitations": ["Only two passages were read."], "sources": [{"label": "S1", "quote": null}],
             "confidence_score": 0.99, "writes_final_finding": false, "creates_official_mapping": false}""";

    /// @param status 0 to hang up without an answer
    /// @param body  the answer's JSON, or what stands for it
    /// @param delay whether it is held back until somebody releases it
    record Reply(int status, String body, boolean delay) {}

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Queue<Function<String, Reply>> script = new ConcurrentLinkedQueue<>();
    private volatile Function<String, Reply> otherwise = question -> words("{}");
    private volatile CountDownLatch held = new CountDownLatch(1);
    private volatile CountDownLatch arrived = new CountDownLatch(1);

    BedrockStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /// The settings of a platform whose language model this is.
    Map<String, String> settings() {
        return Map.of(
                "standard.llm", "bedrock",
                "standard.bedrock.model", "test.model-v1",
                "standard.bedrock.endpoint", endpoint().toString(),
                "standard.agents.call-timeout", "4s",
                "standard.agents.backoff", "5ms",
                "standard.agents.tokens-per-run", "50000",
                "standard.agents.tokens-per-day", "120000");
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Forgets everything; from now on every question is answered so.
    void always(Function<String, Reply> reply) {
        release();
        asked.clear();
        script.clear();
        held = new CountDownLatch(1);
        arrived = new CountDownLatch(1);
        otherwise = reply;
    }

    /// First these, in order, and then as always.
    @SafeVarargs
    final void first(Function<String, Reply>... replies) {
        script.addAll(List.of(replies));
    }

    /// The bodies of the requests so far.
    List<String> asked() {
        return List.copyOf(asked);
    }

    void awaitQuestion() throws InterruptedException {
        if (!arrived.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nobody asked.");
        }
    }

    void release() {
        held.countDown();
    }

    void stop() {
        release();
        server.stop(0);
    }

    /// An answer in words, at the price of 1,000 and 100 tokens.
    static Reply words(String text) {
        return words(text, 1_000);
    }

    static Reply words(String text, int inputTokens) {
        return new Reply(200, """
            {"output": {"message": {"role": "assistant", "content": [{"text": "%s"}]}}, "stopReason": "end_turn",
             "usage": {"inputTokens": %d, "outputTokens": 100, "totalTokens": %d}, "metrics": {"latencyMs": 5}}
            """.formatted(escaped(text), inputTokens, inputTokens + 100), false);
    }

    /// A wish for a tool.
    static Reply tool(String name, String input) {
        return new Reply(200, """
            {"output": {"message": {"role": "assistant", "content": [{"toolUse":
              {"toolUseId": "use-1", "name": "%s", "input": %s}}]}}, "stopReason": "tool_use",
             "usage": {"inputTokens": 1000, "outputTokens": 50, "totalTokens": 1050}, "metrics": {"latencyMs": 5}}
            """.formatted(name, input), false);
    }

    static Reply refused(int status, String type) {
        return new Reply(status, "{\"message\": \"" + type + "\"}", false);
    }

    static Reply hungUp() {
        return new Reply(0, "", false);
    }

    static Reply silence() {
        return new Reply(200, "", true);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private void answer(HttpExchange exchange) throws IOException {
        var question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(question);
        var scripted = script.poll();
        var reply = (scripted == null ? otherwise : scripted).apply(question);
        arrived.countDown();
        try {
            if (reply.delay()) {
                held.await(60, TimeUnit.SECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (reply.status() == 0) {
            exchange.close();
            return;
        }
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (reply.status() == 429) {
            exchange.getResponseHeaders().add("x-amzn-ErrorType", "ThrottlingException");
        }
        try (exchange) {
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException gone) {
            // whoever asked has stopped listening
            asked.add("gone: " + gone.getMessage());
        }
    }
}
