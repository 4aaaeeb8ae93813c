package eu.bekaa.standard.function.local.demo;

import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A person at the API: signs in, sends requests as a client would, waits when told to.
public final class Api {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration GLANCE = Duration.ofMillis(700);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final JsonMapper json;
    private final String organization;
    private final String cookie;

    private Api(URI base, JsonMapper json, String organization, String cookie) {
        this.base = base;
        this.json = json;
        this.organization = organization;
        this.cookie = cookie;
    }

    /// @param organization the organization to work in
    public static Api signIn(URI base, JsonMapper json, String organization, String email, String password) {
        var nobody = new Api(base, json, organization, "");
        var response = nobody.exchange(
                nobody.json("POST", "/api/v1/auth/sign-in", Map.of("email", email, "password", password)));
        var cookie = response.headers().firstValue("Set-Cookie").orElseThrow(() -> refused("sign in", response));
        return new Api(base, json, organization, cookie.split(";", 2)[0]);
    }

    public Map<String, Object> get(String path) {
        return object(exchange(request(path).GET().build()), path);
    }

    /// Asks for something that needs no words.
    public Map<String, Object> post(String path) {
        return object(exchange(request(path).POST(BodyPublishers.noBody()).build()), path);
    }

    public Map<String, Object> post(String path, Map<String, ?> body) {
        return object(exchange(json("POST", path, body)), path);
    }

    public Map<String, Object> patch(String path, Map<String, ?> body) {
        return object(exchange(json("PATCH", path, body)), path);
    }

    /// The bytes at the path, as soon as they are there: 202 is waited for.
    public byte[] download(String path) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var response = exchange(request(path).GET().build());
            if (response.statusCode() == 200) {
                return response.body();
            }
            if (response.statusCode() != 202) {
                throw refused(path, response);
            }
            pause(response, Duration.ofMillis(500));
        }
        throw new IllegalStateException(path + " was not ready within " + PATIENCE.toMinutes() + " minutes.");
    }

    public Map<String, Object> upload(
            String path, String filename, String contentType, byte[] content, Map<String, String> fields) {
        var request = request(path)
                .header("Content-Type", Form.CONTENT_TYPE)
                .POST(BodyPublishers.ofByteArray(new Form()
                        .fields(fields)
                        .file(filename, contentType, content)
                        .end()))
                .build();
        return object(exchange(request), path);
    }

    /// Every object of a paged list.
    public List<Map<String, Object>> all(String path) {
        var all = new ArrayList<Map<String, Object>>();
        var cursor = "";
        while (true) {
            var page = get(path + (path.contains("?") ? "&" : "?") + "limit=100" + cursor);
            all.addAll(Answers.data(page));
            var next = Answers.nested(page, "pagination").get("next_cursor");
            if (next == null) {
                return all;
            }
            cursor = "&cursor=" + next;
        }
    }

    /// The object at the path, once its field holds one of the words.
    /// @param bad words that end the wait with an exception
    public Map<String, Object> until(String path, String field, List<String> good, List<String> bad) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var answer = get(path);
            if (good.contains(answer.get(field))) {
                return answer;
            }
            if (bad.contains(answer.get(field))) {
                throw new IllegalStateException(path + " ended badly: " + answer);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        throw new IllegalStateException(path + " did not become " + good + " in time.");
    }

    private HttpRequest json(String method, String path, Map<String, ?> body) {
        return request(path)
                .header("Content-Type", "application/json")
                .method(method, publisher(body))
                .build();
    }

    private BodyPublisher publisher(Map<String, ?> body) {
        try {
            return BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        if (!organization.isEmpty()) {
            request.header("x-standard-tenant-id", organization);
        }
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    /// Sends the request, and again after the pause that a rate limit asks for.
    private HttpResponse<byte[]> exchange(HttpRequest request) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var response = send(request);
            var limited = response.statusCode() == 429 || response.statusCode() == 503;
            if (!limited || System.nanoTime() > until) {
                return response;
            }
            pause(response, Duration.ofSeconds(1));
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped.", stopped);
        }
    }

    private static void pause(HttpResponse<?> response, Duration unlessTold) {
        var told = response.headers()
                .firstValue("Retry-After")
                .map(Long::parseLong)
                .map(Duration::ofSeconds);
        LockSupport.parkNanos(told.orElse(unlessTold).toNanos());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> object(HttpResponse<byte[]> response, String path) {
        if (response.statusCode() >= 300) {
            throw refused(path, response);
        }
        try {
            Map<String, Object> answer =
                    response.body().length == 0 ? null : json.readValue(response.body(), Map.class);
            return answer == null ? Map.of() : answer;
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static IllegalStateException refused(String what, HttpResponse<byte[]> response) {
        return new IllegalStateException(what + " answered " + response.statusCode() + ": "
                + new String(response.body(), StandardCharsets.UTF_8));
    }
}
