package eu.bekaa.standard.assurance.review;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Counts the items of a version by the words of a scale.
public final class Tallies {
    private Tallies() {}

    /// @param scale every word of it is present, with 0 where nothing falls under it
    /// @param rows  groups of items, each with one word
    /// @param many  how many items a group has
    public static <E extends Enum<E>, T> Map<E, Long> by(
            Class<E> scale, Collection<T> rows, Function<T, E> word, ToLongFunction<T> many) {
        var counts = new EnumMap<E, Long>(scale);
        for (var each : scale.getEnumConstants()) {
            counts.put(each, 0L);
        }
        rows.forEach(row -> counts.merge(word.apply(row), many.applyAsLong(row), Long::sum));
        return counts;
    }
}
