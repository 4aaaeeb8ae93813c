package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The facts a caller sends with a move: a few short values, never a document (STD-8).
final class MoveMetadata {
    private static final int MAX_FACTS = 20;
    private static final int MAX_TEXT = 500;

    private MoveMetadata() {}

    /// @throws Refusal `VALIDATION_ERROR` for too many facts, long texts or nested values
    static Map<String, Object> of(@Nullable Map<String, @Nullable Object> sent) {
        var facts = new LinkedHashMap<String, Object>();
        if (sent == null) {
            return facts;
        }
        if (sent.size() > MAX_FACTS) {
            throw Refusal.invalid("metadata", "metadata holds at most " + MAX_FACTS + " facts.");
        }
        sent.forEach((key, value) -> {
            if (value != null) {
                facts.put(key, checked(key, value));
            }
        });
        return facts;
    }

    /// The named id, or null where it was not sent.
    /// @throws Refusal `VALIDATION_ERROR` where it is no id
    static @Nullable UUID id(Map<String, Object> facts, String key) {
        var value = facts.get(key);
        if (value == null) {
            return null;
        }
        try {
            return UUID.fromString(value.toString());
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.invalid("metadata." + key, "metadata." + key + " is not an id.");
        }
    }

    static Map<String, Object> with(Map<String, Object> facts, String key, Object value) {
        var all = new LinkedHashMap<>(facts);
        all.put(key, value);
        return all;
    }

    private static Object checked(String key, Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case Number number -> number;
            case String text when text.length() <= MAX_TEXT && key.length() <= MAX_TEXT -> text;
            case Object other ->
                throw Refusal.invalid(
                        "metadata." + key,
                        "A fact is a number, true or false, or a text of " + MAX_TEXT + " characters.");
        };
    }
}
