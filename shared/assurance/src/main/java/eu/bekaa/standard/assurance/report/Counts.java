package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Column;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How many there are of what.
final class Counts {
    private Counts() {}

    /// Per word of an enum, in its order, those that occur.
    static <E extends Enum<E>, T> Map<E, Long> by(Class<E> words, Collection<T> things, Function<T, @Nullable E> word) {
        var counts = new EnumMap<E, Long>(words);
        for (var thing : things) {
            var of = word.apply(thing);
            if (of != null) {
                counts.merge(of, 1L, Long::sum);
            }
        }
        return counts;
    }

    static <T> long of(Collection<T> things, Predicate<T> which) {
        return things.stream().filter(which).count();
    }

    /// Word, number and share, one row each.
    static <E extends Enum<E>> Block.Table table(String caption, String title, Map<E, Long> counts, UUID source) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        var rows = counts.entrySet().stream()
                .map(entry -> new Block.Row(
                        List.of(
                                entry.getKey().toString(),
                                String.valueOf(entry.getValue()),
                                Names.percent(entry.getValue(), total)),
                        List.of(source)))
                .toList();
        return new Block.Table(
                caption, List.of(Column.word(title, 50), Column.number("Count", 20), Column.number("Share", 20)), rows);
    }
}
