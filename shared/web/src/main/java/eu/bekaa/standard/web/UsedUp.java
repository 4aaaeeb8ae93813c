package eu.bekaa.standard.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counters that this instance has seen used up, and until when. Forgetting one costs a row update, no more.
final class UsedUp {
    private static final int MOST = 10_000;

    private final Map<RateLimiter.Counter, Long> ends = new ConcurrentHashMap<>();

    /// The second at which the counter's window ends, 0 for one that is not known to be used up.
    long until(RateLimiter.Counter counter) {
        return ends.getOrDefault(counter, 0L);
    }

    void remember(RateLimiter.Counter counter, long end, long now) {
        if (ends.size() >= MOST) {
            ends.values().removeIf(known -> known <= now);
        }
        if (ends.size() < MOST) {
            ends.put(counter, end);
        }
    }
}
