package eu.bekaa.standard.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What this instance has seen used up, and until when. Forgetting it costs a look into the database, no more.
/// @param <K> whose requests: a counter, or what a request shows of its sender
final class UsedUp<K> {
    private static final int MOST = 10_000;

    private final Map<K, Long> ends = new ConcurrentHashMap<>();

    /// The second at which the window ends, 0 for what is not known to be used up.
    long until(K key) {
        return ends.getOrDefault(key, 0L);
    }

    void remember(K key, long end, long now) {
        if (ends.size() >= MOST) {
            ends.values().removeIf(known -> known <= now);
        }
        if (ends.size() < MOST) {
            ends.put(key, end);
        }
    }
}
