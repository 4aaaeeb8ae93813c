package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Outcome;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.text.ExtractedText;
import eu.bekaa.standard.knowledge.text.Piece;
import eu.bekaa.standard.knowledge.text.PromptInjection;
import eu.bekaa.standard.knowledge.text.TextExtractor;
import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobFailure;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Lease;
import eu.bekaa.standard.queue.Queue;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Turns documents into chunks: asked for by a job, done by a worker, as often as it takes, with the effect of once.
@Singleton
public class Ingestion {
    private static final int ATTEMPTS = 3;

    /// After a reading whose bytes are not those that were uploaded.
    private static final List<Duration> PAUSES =
            Stream.of(100, 400, 1_000, 2_000, 0).map(Duration::ofMillis).toList();

    private final DocumentRows rows;
    private final DocumentStore store;
    private final DocumentChunks chunks;
    private final Provider<AssessmentPort> assessments;
    private final ChunkingConfig chunking;
    private final Transactions transactions;
    private final Jobs jobs;
    private final Audit audit;
    private final Events events;

    Ingestion(
            DocumentRows rows,
            DocumentStore store,
            DocumentChunks chunks,
            Provider<AssessmentPort> assessments,
            ChunkingConfig chunking,
            Transactions transactions,
            Jobs jobs,
            Audit audit,
            Events events) {
        this.rows = rows;
        this.store = store;
        this.chunks = chunks;
        this.assessments = assessments;
        this.chunking = chunking;
        this.transactions = transactions;
        this.jobs = jobs;
        this.audit = audit;
        this.events = events;
    }

    /// Asks for a document to be read again.
    /// @throws Refusal `DOCUMENT_NOT_FOUND`; `CONFLICT` when it is archived, rejected or being read, or the
    ///         assessment is closed
    @Transactional
    public IngestionJob reprocess(Caller caller, UUID documentId, ReprocessRequest request) {
        var document = rows.lock(caller.org(), documentId)
                .orElseThrow(Refusal.notFound(ErrorCode.DOCUMENT_NOT_FOUND, documentId));
        assessments.get().requireOpen(caller, document.assessmentId());
        if (rows.moveTo(caller.org(), documentId, DocumentStatus.QUEUED_FOR_EXTRACTION, null) == 0) {
            throw new Refusal(ErrorCode.CONFLICT, "A document that is " + document.status() + " is not read again.");
        }
        if (jobs.unfinished(caller, List.of(documentId))) {
            throw new Refusal(ErrorCode.CONFLICT, "The document is being worked on; wait until that has ended.");
        }
        var strategy = request.strategy() == null ? ReprocessStrategy.APPEND_NEW_CHUNKS : request.strategy();
        var job = jobs.submit(
                caller,
                Queue.INGESTION,
                JobKind.REPROCESS,
                documentId,
                Map.of(
                        "assessment_id", document.assessmentId().toString(),
                        "strategy", strategy.toString(),
                        "reason", request.reason()));
        audit.record(
                caller,
                AuditEvent.of("document.reprocess_requested", documentId)
                        .in(document.assessmentId())
                        .with("strategy", strategy));
        return IngestionJob.of(jobs.find(caller, job).orElseThrow(), document.assessmentId());
    }

    /// Reads the job's document and cuts it.
    /// @throws JobFailure when the document cannot be read; its reason is for the owner
    public void work(Lease lease, TextExtractor extractor, ReprocessStrategy strategy) {
        var caller = lease.caller();
        var id = lease.job().subjectId();
        var document = transactions.write(caller, () -> {
            rows.moveTo(caller.org(), id, DocumentStatus.EXTRACTING, null);
            return rows.find(caller.org(), id).orElseThrow();
        });
        if (document.status() != DocumentStatus.EXTRACTING) {
            lease.skip("The document is " + document.status() + ".", () -> {});
            return;
        }
        var text = read(lease.job(), document, extractor);
        transactions.write(caller, () -> rows.moveTo(caller.org(), id, DocumentStatus.EXTRACTED, null));
        var pieces = chunking.chunker().pieces(text);
        var suspicions = PromptInjection.suspicions(text.whole());
        lease.complete(() -> finish(caller, document, pieces, suspicions, strategy));
    }

    private ExtractedText read(Job job, Document document, TextExtractor extractor) {
        try {
            return extractor.extract(document.type(), stored(job, document));
        } catch (UnreadableDocument unreadable) {
            throw new JobFailure(unreadable.reason().name(), unreadable.getMessage());
        }
    }

    /// A file that is not what was uploaded may have been spoilt on its way here: only what stays another file, reading
    /// after reading and attempt after attempt, has been changed in the store.
    private byte[] stored(Job job, Document document) {
        for (var pause : PAUSES) {
            var content = store.get(document.storageKey());
            if (CheckedFile.hash(content).equals(document.contentHash())) {
                return content;
            }
            LockSupport.parkNanos(pause.toNanos());
        }
        throw job.attemptCount() < ATTEMPTS
                ? new IllegalStateException("The file was not read as it was uploaded.")
                : new JobFailure("CONTENT_CHANGED", "The stored file is not the one that was uploaded.");
    }

    private void finish(
            Caller caller, Document document, List<Piece> pieces, List<String> suspicions, ReprocessStrategy strategy) {
        var id = document.documentId();
        if (rows.moveTo(caller.org(), id, DocumentStatus.QUEUED_FOR_EMBEDDING, null) == 0) {
            return;
        }
        int added = chunks.merge(caller, document, pieces, strategy);
        jobs.submit(
                caller,
                Queue.EMBEDDINGS,
                JobKind.PREPARE_EMBEDDING,
                id,
                Map.of("assessment_id", document.assessmentId().toString()));
        audit.record(
                caller,
                AuditEvent.of("document.ingested", id)
                        .in(document.assessmentId())
                        .with("pieces", pieces.size())
                        .with("chunks_added", added));
        events.raise(
                caller,
                EventType.DOCUMENT_INGESTED,
                document.assessmentId(),
                Map.of("document_id", id, "pieces", pieces.size(), "chunks_added", added));
        if (!suspicions.isEmpty()) {
            audit.record(
                    caller,
                    AuditEvent.of("security.prompt_injection_suspected", id)
                            .in(document.assessmentId())
                            .with("phrase", suspicions.getFirst())
                            .with("phrases", suspicions.size())
                            .outcome(Outcome.BLOCKED));
        }
    }

    /// How a job wants the chunks treated that are there already.
    public static ReprocessStrategy strategy(Job job) {
        return ReprocessStrategy.REPLACE_PREVIOUS_CHUNKS
                        .toString()
                        .equals(job.payload().get("strategy"))
                ? ReprocessStrategy.REPLACE_PREVIOUS_CHUNKS
                : ReprocessStrategy.APPEND_NEW_CHUNKS;
    }
}
