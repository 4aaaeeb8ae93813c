package eu.bekaa.standard.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Rows of one page and where the next begins.
/// @param nextCursor opaque; null on the last page
public record Page<T>(List<T> data, int limit, @Nullable String nextCursor) {
    public Page {
        data = List.copyOf(data);
    }

    /// @param rows up to `limit + 1` rows: the extra one only tells that there is more
    /// @param key  the unique ordered key of a row
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, ?> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, limit, null);
        }
        var shown = rows.subList(0, limit);
        return new Page<>(shown, limit, PageRequest.encode(String.valueOf(key.apply(shown.getLast()))));
    }

    /// The same page of something made from each row.
    public <R> Page<R> map(Function<T, R> to) {
        return new Page<>(data.stream().map(to).toList(), limit, nextCursor);
    }
}
