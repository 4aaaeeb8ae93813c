package eu.bekaa.standard.lambdaruntime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;

/// API Gateway's HTTP API on loopback: turns requests into events of payload format 2.0, routes them, and turns the
/// functions' answers back, with the limits of both services.
public final class Gateway implements AutoCloseable {
    /// Lambda's limit for an event and for an answer.
    private static final int PAYLOAD_LIMIT = 6 * 1024 * 1024;

    private static final System.Logger LOG = System.getLogger(Gateway.class.getName());

    private final HttpServer server;
    private final List<Route> routes;
    private final JsonMapper json = JsonMapper.createDefault();

    private Gateway(HttpServer server, List<Route> routes) {
        this.server = server;
        this.routes = routes;
    }

    public static Gateway start(List<Route> routes) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var gateway = new Gateway(server, List.copyOf(routes));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", gateway::serve);
            server.start();
            return gateway;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            pass(exchange);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        var route = Route.closest(
                routes, exchange.getRequestMethod(), exchange.getRequestURI().getPath());
        if (route.isEmpty()) {
            error(exchange, 404, "Not Found");
            return;
        }
        var event = json.writeValueAsBytes(HttpEvent.of(exchange, route.get().key()));
        if (event.length > PAYLOAD_LIMIT) {
            error(exchange, 413, "Request Too Long");
            return;
        }
        try {
            answer(exchange, route.get().function().invoke(event));
        } catch (FunctionFailure failure) {
            LOG.log(System.Logger.Level.WARNING, "A function failed", failure);
            error(exchange, 500, "Internal Server Error");
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "The gateway failed", bug);
            error(exchange, 500, "Internal Server Error");
        }
    }

    @SuppressWarnings("unchecked")
    private void answer(HttpExchange exchange, byte[] payload) throws IOException {
        if (payload.length > PAYLOAD_LIMIT) {
            error(exchange, 500, "Internal Server Error");
            return;
        }
        Map<String, Object> answer = Objects.requireNonNull((Map<String, Object>) json.readValue(payload, Map.class));
        var headers = exchange.getResponseHeaders();
        ((Map<String, Object>) answer.getOrDefault("headers", Map.of()))
                .forEach((name, value) -> headers.set(name, String.valueOf(value)));
        ((List<Object>) Objects.requireNonNullElse(answer.get("cookies"), List.of()))
                .forEach(cookie -> headers.add("Set-Cookie", String.valueOf(cookie)));
        headers.remove("Content-Length");
        var text = (String) Objects.requireNonNullElse(answer.get("body"), "");
        var body = Boolean.TRUE.equals(answer.get("isBase64Encoded"))
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
        send(exchange, ((Number) Objects.requireNonNull(answer.get("statusCode"))).intValue(), body);
    }

    private static void error(HttpExchange exchange, int status, String message) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, status, ("{\"message\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        var silent = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(status, silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }
}
