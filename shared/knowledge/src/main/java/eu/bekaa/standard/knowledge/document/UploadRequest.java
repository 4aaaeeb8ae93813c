package eu.bekaa.standard.knowledge.document;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A file that a client wants to send to object storage directly.
@Serdeable
@Schema(description = "A file that is to be sent to object storage directly.")
public record UploadRequest(
        @Schema(description = "Its name.", example = "Incident Response Plan.pdf") @NotBlank
        String filename,

        @Schema(description = "Its MIME type, where known.", example = "application/pdf") @Nullable
        String mimeType,

        @Schema(description = "Its size in bytes, where known.", example = "7340032") @Nullable @Positive
        Long fileSize,

        @Schema(description = "Who may see it; internal unless said.", example = "internal") @Nullable
        Classification classification,

        @Schema(description = "What it is; other unless said.", example = "policy") @Nullable
        DocumentType documentType,

        @Schema(description = "Its language as a BCP 47 tag; und unless said.", example = "en") @Nullable
        String language,

        @Schema(description = "The owner's name for this version.", example = "2.1") @Nullable
        String versionLabel,

        @Schema(description = "The day from which it is in force.", example = "2026-01-01") @Nullable
        LocalDate effectiveDate) {
    DocumentDetails details() {
        return DocumentDetails.of(classification, documentType, language, versionLabel, effectiveDate);
    }
}
