package eu.bekaa.standard.assurance.evidence;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/// A signal, and where it was read: the reason behind a classification.
/// @param phrase   the words that matched, as they stand in the sentence
/// @param sentence the sentence around them, word for word; of a very long one the part around the phrase
@Serdeable
public record MatchedSignal(
        @Schema(description = "What the sentence gives away", example = "exception")
        Signal signal,

        @Schema(description = "The words that matched", example = "is exempt")
        String phrase,

        @Schema(
                description = "The sentence around them, word for word",
                example = "The test environment is exempt from this standard.")
        String sentence,

        @Schema(description = "The document it stands in", example = "019aa3c2-7d10-7c41-8b55-0a1d2f3e4c5b")
        UUID documentId,

        @Schema(description = "The passage it stands in", example = "019aa3c2-7d11-7a02-9c1e-4b5a6c7d8e9f")
        UUID chunkId) {}
