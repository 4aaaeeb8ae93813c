package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.knowledge.text.FileType;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document of an assessment. Its content never changes; its status does.
@Serdeable
@MappedEntity("document")
@Schema(description = "A document of an assessment.")
public record Document(
        @Id @Schema(description = "The document.", example = "0190d3a2-5f61-7c3e-9a41-2f8b7f0c1d22")
        UUID documentId,

        @Schema(description = "The organization it belongs to.", example = "01936b3e-1111-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "The assessment it belongs to.", example = "01936b3e-2222-7abc-9def-0123456789ab")
        UUID assessmentId,

        @Schema(description = "The name under which it was uploaded.", example = "Access Policy (v2).docx")
        String originalFilename,

        @Schema(description = "The same name made safe for storage.", example = "Access_Policy_v2_.docx")
        String normalizedFilename,

        @Schema(description = "Where the bytes lie.", example = "s3")
        String storageProvider,

        @Schema(description = "The bucket.", example = "standard-documents")
        String storageBucket,

        @Schema(description = "The key in the bucket.", example = "tenants/…/documents/…/Access_Policy_v2_.docx")
        String storageKey,

        @Schema(
                description = "SHA-256 of the bytes, 64 hex digits.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String contentHash,

        @Schema(description = "Its MIME type, told from name and content.", example = "application/pdf")
        String mimeType,

        @Schema(description = "Its size in bytes.", example = "48211")
        long fileSize,

        @Schema(description = "Who uploaded it.", example = "01936b3e-3333-7abc-9def-0123456789ab")
        UUID uploadedBy,

        @Schema(description = "When it was uploaded.", example = "2026-11-21T09:30:00Z")
        Instant uploadedAt,

        @Schema(description = "Who may see it.", example = "internal")
        Classification classification,

        @Schema(description = "What it is.", example = "policy")
        DocumentType documentType,

        @Schema(description = "Its language as a BCP 47 tag; und when nobody said.", example = "en")
        String language,

        @Schema(description = "The owner's name for this version.", example = "2.1") @Nullable
        String versionLabel,

        @Schema(description = "The day from which it is in force.", example = "2026-01-01") @Nullable
        LocalDate effectiveDate,

        @Schema(description = "How far it has come.", example = "embedded")
        DocumentStatus status,

        @Schema(
                description = "Why it failed or was rejected, in words.",
                example = "The file is protected by a password.")
        @Nullable
        String statusReason,

        @Schema(
                description = "What is known of malware in it; skipped where no scanner is connected.",
                example = "skipped")
        ScanStatus scanStatus,

        @Schema(description = "The malware that was found.", example = "EICAR-Test-File") @Nullable
        String malwareSignature,

        @Schema(description = "When it was looked at for malware.", example = "2026-11-21T09:30:00Z") @Nullable
        Instant scannedAt,

        @Schema(description = "The request that brought it.", example = "9f0c2b7e41d84b6f")
        String traceId) {
    /// Where the bytes of a document lie (STD-42).
    static String key(UUID organization, UUID assessment, UUID document, FileName name) {
        return "tenants/" + organization + "/assessments/" + assessment + "/documents/" + document + "/" + name.safe();
    }

    FileType type() {
        return FileType.ofMimeType(mimeType).orElseThrow(() -> new IllegalStateException("Stored as " + mimeType));
    }
}
