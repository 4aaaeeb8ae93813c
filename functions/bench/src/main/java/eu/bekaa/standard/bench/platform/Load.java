package eu.bekaa.standard.bench.platform;

import eu.bekaa.standard.bench.Benchmark.Row;
import eu.bekaa.standard.bench.Machine;
import eu.bekaa.standard.bench.Samples;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/// Sends requests to a server: as fast as it answers, or at a constant rate.
/// @param request the request of that number
/// @param wanted  the status that counts as success
public record Load(int port, LongFunction<byte[]> request, int wanted) {
    private static final double NANOS = 1e9;

    /// What came of it.
    /// @param latency   in milliseconds from when a request was to be sent
    /// @param perSecond answers that were wanted
    /// @param others    answers that were not, and broken connections
    public record Outcome(Samples latency, double perSecond, long sent, long others) {}

    /// How many answers were not as wished: none should be.
    public static Row unwished(long others, long sent) {
        return new Row(
                "Answers other than wished",
                String.format(Locale.ROOT, "%,d of %,d", others, sent),
                "0",
                "",
                others == 0 ? "0" : "0 **missed**",
                "",
                Machine.load());
    }

    /// Sends one request, to see that it is answered as wished.
    /// @throws IllegalStateException with the answer, when it is not
    public void tried() throws IOException {
        try (var wire = new Wire(port)) {
            int status = wire.send(request.apply(0));
            if (status != wanted) {
                throw new IllegalStateException(status + " " + wire.body());
            }
        }
    }

    /// Every client sends as soon as it has its answer: saturation.
    public Outcome closed(int clients, double seconds) throws Exception {
        return run(clients, seconds, 0);
    }

    /// Requests begin at their time, whether earlier ones have been answered or not, as long as a client is free; a
    /// request that had to wait for one is measured from when it was due.
    public Outcome constant(int clients, double seconds, double perSecond) throws Exception {
        return run(clients, seconds, perSecond);
    }

    private Outcome run(int clients, double seconds, double rate) throws Exception {
        var latency = new Samples();
        var next = new AtomicLong();
        var good = new AtomicLong();
        var others = new AtomicLong();
        long start = System.nanoTime();
        long end = start + (long) (seconds * NANOS);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < clients; client++) {
                executor.submit(() -> {
                    try (var wire = new Wire(port)) {
                        while (true) {
                            long number = next.getAndIncrement();
                            long due = rate > 0 ? start + (long) (number * NANOS / rate) : System.nanoTime();
                            if (due >= end) {
                                return null;
                            }
                            await(due);
                            boolean wished = wire.send(request.apply(number)) == wanted;
                            latency.add((System.nanoTime() - due) / 1e6);
                            (wished ? good : others).incrementAndGet();
                        }
                    } catch (IOException broken) {
                        others.incrementAndGet();
                        return null;
                    }
                });
            }
        }
        double took = (System.nanoTime() - start) / NANOS;
        return new Outcome(latency, good.get() / took, good.get() + others.get(), others.get());
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
