package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Outcome;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Registers documents, within the transaction that its callers have opened.
@Singleton
class DocumentIntake {
    private final DocumentRows rows;
    private final Provider<AssessmentPort> assessments;
    private final DocumentStore store;
    private final Jobs jobs;
    private final Audit audit;
    private final Clock clock;

    DocumentIntake(
            DocumentRows rows,
            Provider<AssessmentPort> assessments,
            DocumentStore store,
            Jobs jobs,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.assessments = assessments;
        this.store = store;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /// Where a document is to be, and what its owner says about it.
    record Place(UUID documentId, UUID assessmentId, DocumentDetails details) {
        String key(UUID organization, FileName name) {
            return Document.key(organization, assessmentId, documentId, name);
        }
    }

    /// Registers a file that is stored already, and the work on it: from here on neither can be lost.
    Accepted register(Caller caller, Place place, FileFacts file) {
        assessments.get().requireOpen(caller, place.assessmentId());
        var document = rows.save(document(caller, place, file, DocumentStatus.QUEUED_FOR_EXTRACTION, null));
        var job = jobs.submit(
                caller,
                Queue.INGESTION,
                JobKind.EXTRACT_AND_CHUNK,
                place.documentId(),
                Map.of("assessment_id", place.assessmentId().toString()));
        audit.record(
                caller,
                AuditEvent.of("document.uploaded", place.documentId())
                        .in(place.assessmentId())
                        .with("content_hash", file.hash())
                        .with("file_size", file.size())
                        .with("mime_type", file.mimeType()));
        assessments.get().documentsUploaded(caller, place.assessmentId());
        return new Accepted(document, IngestionJob.of(jobs.find(caller, job).orElseThrow(), place.assessmentId()));
    }

    /// Remembers a file that came to object storage and was not taken in.
    /// @param reason fit to be shown
    void reject(Caller caller, Place place, FileFacts file, String reason) {
        rows.save(document(caller, place, file, DocumentStatus.REJECTED, reason));
        audit.record(
                caller,
                AuditEvent.of("document.rejected", place.documentId())
                        .in(place.assessmentId())
                        .with("reason", reason)
                        .outcome(Outcome.BLOCKED));
    }

    /// The security event of a file with malware in it (STD-41).
    static AuditEvent infected(UUID assessmentId, FileFacts file) {
        return AuditEvent.of("security.malware_detected", null)
                .in(assessmentId)
                .with("signature", file.signature())
                .with("content_hash", file.hash())
                .outcome(Outcome.BLOCKED);
    }

    private Document document(
            Caller caller, Place place, FileFacts file, DocumentStatus status, @Nullable String reason) {
        Instant now = clock.instant();
        return new Document(
                place.documentId(),
                caller.org(),
                place.assessmentId(),
                file.name().original(),
                file.name().safe(),
                "s3",
                store.bucket(),
                place.key(caller.org(), file.name()),
                file.hash(),
                file.mimeType(),
                file.size(),
                caller.actor().id(),
                now,
                place.details().classification(),
                place.details().documentType(),
                place.details().language(),
                place.details().versionLabel(),
                place.details().effectiveDate(),
                status,
                reason,
                file.scanStatus(),
                file.signature(),
                file.scanStatus() == ScanStatus.PENDING ? null : now,
                caller.traceId());
    }
}
