package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The state in which a client means to change a resource (RFC 9110 §13.1.1).
/// @param tags the strong tags among those sent; a weak one never matches, so it is not kept
record IfMatch(Condition condition, Set<String> tags) {
    static final String HEADER = "If-Match";

    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";
    private static final Pattern ONE = Pattern.compile(TAG);
    private static final Pattern LIST = Pattern.compile("\\s*" + TAG + "(?:\\s*,\\s*" + TAG + ")*\\s*");

    enum Condition {
        EXISTS,
        ONE_OF
    }

    /// @return empty where the client sent no such header
    /// @throws Refusal `VALIDATION_ERROR` for a value that is no list of entity tags
    static Optional<IfMatch> of(HttpRequest<?> request) {
        var sent = request.getHeaders().getAll(HEADER);
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        var value = String.join(",", sent);
        if (value.strip().equals("*")) {
            return Optional.of(new IfMatch(Condition.EXISTS, Set.of()));
        }
        if (!LIST.matcher(value).matches()) {
            throw Refusal.invalid(HEADER, "If-Match is * or a list of entity tags in double quotes.");
        }
        var strong = ONE.matcher(value)
                .results()
                .map(MatchResult::group)
                .filter(tag -> !tag.startsWith("W/"))
                .collect(Collectors.toUnmodifiableSet());
        return Optional.of(new IfMatch(Condition.ONE_OF, strong));
    }

    /// @param current the resource's tag now; null where there is nothing to compare with
    boolean accepts(@Nullable String current) {
        return switch (condition) {
            case EXISTS -> current != null;
            case ONE_OF -> current != null && tags.contains(current);
        };
    }
}
