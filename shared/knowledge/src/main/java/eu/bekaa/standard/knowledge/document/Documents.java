package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Outcome;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The documents of assessments, and how far each has come.
@Singleton
public class Documents {
    private final DocumentRows rows;
    private final ChunkRows chunks;
    private final Provider<AssessmentPort> assessments;
    private final List<ChunkRetirement> retirements;
    private final Jobs jobs;
    private final Audit audit;
    private final Events events;

    Documents(
            DocumentRows rows,
            ChunkRows chunks,
            Provider<AssessmentPort> assessments,
            List<ChunkRetirement> retirements,
            Jobs jobs,
            Audit audit,
            Events events) {
        this.rows = rows;
        this.chunks = chunks;
        this.assessments = assessments;
        this.retirements = List.copyOf(retirements);
        this.jobs = jobs;
        this.audit = audit;
        this.events = events;
    }

    /// The documents of an assessment, oldest first, archived and rejected ones included.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`
    @ReadOnly
    public List<Document> list(Caller caller, UUID assessmentId) {
        assessments.get().requireExisting(caller, assessmentId);
        return rows.ofAssessment(caller.org(), assessmentId);
    }

    /// Those of some documents that there are, archived and rejected ones included.
    @ReadOnly
    public Map<UUID, Document> all(Caller caller, Set<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.all(caller.org(), ids).stream()
                        .collect(Collectors.toMap(Document::documentId, Function.identity()));
    }

    /// @throws Refusal `DOCUMENT_NOT_FOUND`
    @ReadOnly
    public Document find(Caller caller, UUID documentId) {
        return rows.find(caller.org(), documentId)
                .orElseThrow(Refusal.notFound(ErrorCode.DOCUMENT_NOT_FOUND, documentId));
    }

    /// The chunks of a document that are searched, in reading order.
    /// @throws Refusal `DOCUMENT_NOT_FOUND`
    @ReadOnly
    public Page<DocumentChunk> chunks(Caller caller, UUID documentId, PageRequest page) {
        find(caller, documentId);
        var found = chunks.page(caller.org(), documentId, page.after(), page.limit() + 1);
        return Page.of(found, page.limit(), DocumentChunk::chunkIndex);
    }

    /// @throws Refusal `DOCUMENT_NOT_FOUND`
    @ReadOnly
    public DocumentProgress progress(Caller caller, UUID documentId) {
        var document = find(caller, documentId);
        var work = jobs(caller, documentId);
        return new DocumentProgress(
                documentId,
                document.status(),
                document.statusReason(),
                document.scanStatus(),
                chunks.count(caller.org(), documentId),
                work.isEmpty() ? null : work.getLast());
    }

    /// The work on a document, oldest first.
    /// @throws Refusal `DOCUMENT_NOT_FOUND`
    @ReadOnly
    public List<IngestionJob> jobs(Caller caller, UUID documentId) {
        var document = find(caller, documentId);
        return jobs.ofSubject(caller, documentId).stream()
                .filter(IngestionJob::isOne)
                .map(job -> IngestionJob.of(job, document.assessmentId()))
                .toList();
    }

    /// The work on all documents of an assessment, oldest first.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`
    @ReadOnly
    public List<IngestionJob> jobsOfAssessment(Caller caller, UUID assessmentId) {
        var documents =
                list(caller, assessmentId).stream().map(Document::documentId).toList();
        return jobs.ofSubjects(caller, documents).stream()
                .filter(IngestionJob::isOne)
                .map(job -> IngestionJob.of(job, assessmentId))
                .toList();
    }

    /// @throws Refusal `INGESTION_JOB_NOT_FOUND`
    @ReadOnly
    public IngestionJob job(Caller caller, UUID jobId) {
        var job = jobs.find(caller, jobId)
                .filter(IngestionJob::isOne)
                .orElseThrow(Refusal.notFound(ErrorCode.INGESTION_JOB_NOT_FOUND, jobId));
        return IngestionJob.of(job, find(caller, job.subjectId()).assessmentId());
    }

    /// How far the documents of an assessment have come.
    @ReadOnly
    public Readiness readiness(Caller caller, UUID assessmentId) {
        var taken = rows.ofAssessment(caller.org(), assessmentId).stream()
                .filter(document ->
                        document.status() != DocumentStatus.ARCHIVED && document.status() != DocumentStatus.REJECTED)
                .toList();
        var unfinished = jobs
                .ofSubjects(caller, taken.stream().map(Document::documentId).toList())
                .stream()
                .filter(job -> IngestionJob.isOne(job) && !job.status().isFinal())
                .count();
        return new Readiness(
                taken.size(),
                (int) unfinished,
                count(taken, DocumentStatus.FAILED),
                count(taken, DocumentStatus.EMBEDDED));
    }

    /// Takes a document out of use. It and what cites it can still be read.
    /// @throws Refusal `DOCUMENT_NOT_FOUND`; `CONFLICT` when the assessment is closed
    @Transactional
    public Document archive(Caller caller, UUID documentId) {
        var document = rows.lock(caller.org(), documentId)
                .orElseThrow(Refusal.notFound(ErrorCode.DOCUMENT_NOT_FOUND, documentId));
        rows.lockIngestion(document.assessmentId());
        assessments.get().requireOpen(caller, document.assessmentId());
        if (rows.moveTo(caller.org(), documentId, DocumentStatus.ARCHIVED, null) > 0) {
            jobs.cancel(caller, documentId);
            retireChunks(caller, documentId);
            audit.record(caller, AuditEvent.of("document.archived", documentId).in(document.assessmentId()));
            settle(caller, document.assessmentId());
        }
        return find(caller, documentId);
    }

    /// Every chunk of the document is in the index; called within the transaction that completes the embedding.
    @Transactional
    public void embedded(Caller caller, UUID documentId) {
        var document = find(caller, documentId);
        if (rows.moveTo(caller.org(), documentId, DocumentStatus.EMBEDDED, null) > 0) {
            audit.record(caller, AuditEvent.of("document.indexed", documentId).in(document.assessmentId()));
            events.raise(
                    caller,
                    EventType.KB_INDEXED,
                    document.assessmentId(),
                    Map.of("document_id", documentId, "chunk_count", chunks.count(caller.org(), documentId)));
        }
        settle(caller, document.assessmentId());
    }

    /// The document cannot be read or indexed; called within the transaction that ends its job.
    /// @param reason fit to be shown
    @Transactional
    public void failed(Caller caller, UUID documentId, String reason) {
        var document = find(caller, documentId);
        if (rows.moveTo(caller.org(), documentId, DocumentStatus.FAILED, reason) > 0) {
            audit.record(
                    caller,
                    AuditEvent.of("document.ingestion_failed", documentId)
                            .in(document.assessmentId())
                            .with("reason", reason)
                            .outcome(Outcome.FAILURE));
        }
        settle(caller, document.assessmentId());
    }

    void retireChunks(Caller caller, UUID documentId) {
        if (chunks.retire(caller.org(), documentId) > 0) {
            retirements.forEach(listener -> listener.retired(caller, documentId));
        }
    }

    /// Tells the assessment once nothing more is to be done. The lock makes the last two jobs see each other; it is
    /// always taken before the assessment's own.
    private void settle(Caller caller, UUID assessmentId) {
        rows.lockIngestion(assessmentId);
        if (readiness(caller, assessmentId).isIngested()) {
            assessments.get().documentsIngested(caller, assessmentId);
        }
    }

    private static int count(List<Document> documents, DocumentStatus status) {
        return (int) documents.stream()
                .filter(document -> document.status() == status)
                .count();
    }
}
