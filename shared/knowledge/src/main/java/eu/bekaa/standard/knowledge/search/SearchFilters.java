package eu.bekaa.standard.knowledge.search;

import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.document.Classification;
import eu.bekaa.standard.knowledge.document.Document;
import eu.bekaa.standard.knowledge.document.DocumentType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which of an assessment's documents are searched; what is left out excludes none.
/// @throws Refusal `VALIDATION_ERROR` for a span that ends before it begins
@Serdeable
@Schema(description = "Which documents are searched; what is left out excludes none.")
public record SearchFilters(
        @Schema(description = "Only documents of this type.", example = "policy") @Nullable
        DocumentType documentType,

        @Schema(description = "Only this document.", example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a12") @Nullable
        UUID documentId,

        @Schema(description = "Only documents in this language.", example = "en") @Nullable
        String language,

        @Schema(description = "Only documents of this classification.", example = "internal") @Nullable
        Classification classification,

        @Schema(
                description =
                        "Only documents in effect since this day or later; the day of upload counts where none is known.",
                example = "2026-01-01")
        @Nullable
        LocalDate fromDate,

        @Schema(description = "Only documents in effect since this day or earlier.", example = "2026-12-31") @Nullable
        LocalDate toDate) {
    public SearchFilters {
        if (fromDate != null && toDate != null && toDate.isBefore(fromDate)) {
            throw Refusal.invalid("to_date", "to_date is not before from_date.");
        }
    }

    boolean admits(Document document) {
        return (documentType == null || documentType == document.documentType())
                && (documentId == null || documentId.equals(document.documentId()))
                && (language == null || language.equalsIgnoreCase(document.language()))
                && (classification == null || classification == document.classification())
                && (fromDate == null || !day(document).isBefore(fromDate))
                && (toDate == null || !day(document).isAfter(toDate));
    }

    private static LocalDate day(Document document) {
        var effective = document.effectiveDate();
        return effective == null ? LocalDate.ofInstant(document.uploadedAt(), ZoneOffset.UTC) : effective;
    }
}
