package eu.bekaa.standard.function.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A client that opens one assessment after the other and forgets none: each has an idempotency key of its own, and a
/// request that was not answered, or answered by 503, is sent again under the same key until it is.
final class Writer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = 20_000_000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI target;
    private final String key;
    private final String prefix;
    private final Object version;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> open = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong unavailable = new AtomicLong();
    private final AtomicInteger busy = new AtomicInteger();
    private final List<Thread> hands = new ArrayList<>();
    private volatile @Nullable Instant lastWritten;
    private volatile boolean writing = true;
    private volatile boolean resting;

    /// @param prefix with which the names of its assessments begin
    /// @param hands  how many requests at a time
    Writer(FaultyPlatform platform, String prefix, Object version, int hands) {
        this.target = platform.url().resolve("/api/v1/assessments");
        this.key = platform.environment("STANDARD_API_KEY");
        this.prefix = prefix;
        this.version = version;
        for (int hand = 0; hand < hands; hand++) {
            this.hands.add(Thread.ofPlatform().daemon().start(this::write));
        }
    }

    /// Each key with the answer that it was given.
    Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /// How many requests were told that the service is away, and when to come again.
    long unavailable() {
        return unavailable.get();
    }

    /// Answers that are neither success nor 503 with Retry-After.
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /// When the last success arrived.
    @Nullable
    Instant lastWritten() {
        return lastWritten;
    }

    /// Sends once more what was answered before.
    /// @return the answer's body
    String again(String name) throws IOException, InterruptedException {
        return send(name).body();
    }

    /// Begins nothing new, and asks until all that was begun is answered.
    void finish() throws InterruptedException {
        writing = false;
        for (var hand : hands) {
            hand.join();
        }
    }

    @Override
    public void close() throws InterruptedException {
        finish();
        http.close();
    }

    /// Begins nothing new for a while, and returns when all that was begun is answered.
    void rest() {
        resting = true;
        while (!open.isEmpty() || busy.get() > 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    void goOn() {
        resting = false;
    }

    private void write() {
        while (writing || !open.isEmpty()) {
            busy.incrementAndGet();
            var again = open.poll();
            if (again != null) {
                ask(again);
            } else if (writing && !resting) {
                ask(prefix + " " + asked.incrementAndGet());
            }
            busy.decrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void ask(String name) {
        try {
            var answer = send(name);
            switch (answer.statusCode()) {
                case 201 -> {
                    acknowledged.put(name, answer.body());
                    lastWritten = Instant.now();
                }
                case 503 -> {
                    open.add(name);
                    unavailable.incrementAndGet();
                    if (answer.headers().firstValue("Retry-After").isEmpty()) {
                        complaints.add("503 without Retry-After: " + answer.body());
                    }
                }
                default -> complaints.add(name + " was answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException unanswered) {
            open.add(name);
        } catch (InterruptedException stopped) {
            writing = false;
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> send(String name) throws IOException, InterruptedException {
        var body = "{\"name\": \"" + name + "\", \"scf_version_id\": \"" + version + "\"}";
        var request = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", name)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
