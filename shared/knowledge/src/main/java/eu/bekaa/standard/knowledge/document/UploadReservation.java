package eu.bekaa.standard.knowledge.document;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place kept for a file that is on its way to object storage.
/// @param mimeType of the file, told from its name
@MappedEntity("upload_reservation")
record UploadReservation(
        @Id UUID documentId,
        UUID organizationId,
        UUID assessmentId,
        String originalFilename,
        String incomingKey,
        String mimeType,
        Classification classification,
        DocumentType documentType,
        String language,
        @Nullable String versionLabel,
        @Nullable LocalDate effectiveDate,
        UUID requestedBy,
        Instant requestedAt,
        Instant expiresAt,
        String traceId) {
    DocumentDetails details() {
        return new DocumentDetails(classification, documentType, language, versionLabel, effectiveDate);
    }
}
