package eu.bekaa.standard.knowledge.document;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Why and how a document is to be read again.
@Serdeable
@Schema(description = "Why and how a document is to be read again.")
public record ReprocessRequest(
        @Schema(description = "Why.", example = "The extractor now reads footnotes.") @NotBlank @Size(max = 500)
        String reason,

        @Schema(
                description = "What becomes of the chunks it has; append_new_chunks unless said.",
                example = "append_new_chunks")
        @Nullable
        ReprocessStrategy strategy) {}
