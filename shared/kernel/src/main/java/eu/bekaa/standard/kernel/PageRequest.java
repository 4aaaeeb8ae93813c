package eu.bekaa.standard.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// One page of a list, keyset style.
/// @param limit rows wanted, 1 to 100, 25 unless said (contract §1.2)
/// @param key   the ordered key of the last row already seen, null on the first page
public record PageRequest(int limit, @Nullable String key) {
    public static final int DEFAULT_LIMIT = 25;
    public static final int MAX_LIMIT = 100;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Refusal.invalid("limit", "limit lies between 1 and " + MAX_LIMIT + ".");
        }
    }

    /// @param cursor as given in an earlier answer
    /// @throws Refusal `VALIDATION_ERROR` for a limit out of range or a cursor that no answer gave
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        return new PageRequest(limit == null ? DEFAULT_LIMIT : limit, cursor == null ? null : decode(cursor));
    }

    /// The key as a number, for lists ordered by an ordinal or a sequence; -1 on the first page.
    public long after() {
        if (key == null) {
            return -1;
        }
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException notANumber) {
            throw unknownCursor();
        }
    }

    /// The key as text, empty on the first page, for lists ordered by a code or an id.
    public String afterText() {
        return key == null ? "" : key;
    }

    static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("k:" + key).getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith("k:") && encode(text.substring(2)).equals(cursor)) {
                return text.substring(2);
            }
        } catch (IllegalArgumentException notBase64) {
            throw unknownCursor();
        }
        throw unknownCursor();
    }

    private static Refusal unknownCursor() {
        return Refusal.invalid("cursor", "cursor is not one that an earlier answer gave.");
    }
}
