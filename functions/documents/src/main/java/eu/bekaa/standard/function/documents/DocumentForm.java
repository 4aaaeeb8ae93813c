package eu.bekaa.standard.function.documents;

import eu.bekaa.standard.knowledge.document.Classification;
import eu.bekaa.standard.knowledge.document.DocumentType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The form of an upload, as the API documents show it.
@Schema(description = "A document and what its owner says about it.")
record DocumentForm(
        @Schema(
                description = "The document: txt, md, csv, json, pdf, docx, xlsx, pptx or html, at most 25 MB.",
                type = "string",
                format = "binary",
                example = "(the file)")
        String file,

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
    static final String FILE = "file";
    static final Set<String> FIELDS =
            Set.of(FILE, "classification", "document_type", "language", "version_label", "effective_date");
}
