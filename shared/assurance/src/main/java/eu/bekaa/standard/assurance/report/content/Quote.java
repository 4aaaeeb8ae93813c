package eu.bekaa.standard.assurance.report.content;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Words of a document, where they stand. Never more than a snippet (STD-101).
/// @param text  word for word, at most 500 characters
/// @param page  1-based; null where the format has no pages
/// @param score calibrated relevance, 0 to 1
@Serdeable
public record Quote(
        UUID documentId,
        UUID chunkId,
        String document,
        @Nullable Integer page,
        String location,
        double score,
        String text) {
    public static final int LONGEST = 500;

    public Quote {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("A quote is at most " + LONGEST + " characters.");
        }
    }

    Stream<UUID> cited() {
        return Stream.of(documentId, chunkId);
    }

    /// Document and page, as a reader would cite it.
    public String citation() {
        if (page != null) {
            return document + ", p. " + page;
        }
        return location.isEmpty() ? document : document + ", " + location;
    }
}
