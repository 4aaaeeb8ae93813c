package eu.bekaa.standard.catalog;

import eu.bekaa.standard.kernel.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which controls of a version are wanted: all conditions hold.
/// @param controlCode exactly this code
/// @param domainCode  of this domain
/// @param words       each occurs in code, title, description or question, whatever its case
/// @param tags        all of these
public record ControlFilter(
        @Nullable String controlCode, @Nullable String domainCode, List<String> words, List<String> tags) {
    /// A page holds no more controls than this.
    public static final int MAX_PER_PAGE = 200;

    private static final int DEFAULT_PER_PAGE = 50;
    private static final int MAX_QUERY = 200;
    private static final int LAST_PAGE = 1_000_000;

    public ControlFilter {
        words = List.copyOf(words);
        tags = List.copyOf(tags);
    }

    /// @param q    blank-separated words
    /// @param tags comma-separated tags
    public static ControlFilter of(
            @Nullable String controlCode, @Nullable String domainCode, @Nullable String q, @Nullable String tags) {
        if (q != null && q.length() > MAX_QUERY) {
            throw Refusal.invalid("q", "q has at most " + MAX_QUERY + " characters.");
        }
        return new ControlFilter(controlCode, domainCode, split(q, "\\s+"), split(tags, ","));
    }

    private static List<String> split(@Nullable String text, String separator) {
        return text == null
                ? List.of()
                : Arrays.stream(text.toLowerCase(Locale.ROOT).split(separator, -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    /// Which stretch of the found controls is wanted.
    public record Window(int page, int perPage) {
        public Window {
            if (page < 1 || page > LAST_PAGE) {
                throw Refusal.invalid("page", "page is 1 or more.");
            }
            if (perPage < 1 || perPage > MAX_PER_PAGE) {
                throw Refusal.invalid("limit", "limit lies between 1 and " + MAX_PER_PAGE + ".");
            }
        }

        /// @param limit   controls a page; 50 unless said
        /// @param perPage another name for the limit, which wins
        public static Window of(@Nullable Integer page, @Nullable Integer limit, @Nullable Integer perPage) {
            var size = limit != null ? limit : perPage;
            return new Window(page == null ? 1 : page, size == null ? DEFAULT_PER_PAGE : size);
        }

        int offset() {
            return (page - 1) * perPage;
        }
    }
}
