package eu.bekaa.standard.knowledge.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A piece of a document's text, word for word.
/// @param index       from 0, in reading order
/// @param startOffset of its first character in the whole text, in UTF-16 units
/// @param endOffset   after its last character
/// @param tokens      estimated, see [Tokens]
public record Piece(
        int index,
        String text,
        int startOffset,
        int endOffset,
        int tokens,
        @Nullable Integer pageNumber,
        @Nullable String pageLabel) {
    /// SHA-256 of the text, 64 hex digits.
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
