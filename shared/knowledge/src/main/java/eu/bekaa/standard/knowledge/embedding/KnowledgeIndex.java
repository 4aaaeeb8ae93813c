package eu.bekaa.standard.knowledge.embedding;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.chunk.Chunks;
import eu.bekaa.standard.knowledge.document.AssessmentPort;
import eu.bekaa.standard.knowledge.document.DocumentChunk;
import eu.bekaa.standard.knowledge.document.Documents;
import eu.bekaa.standard.knowledge.document.EmbeddingStatus;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobStatus;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index of what can be found by meaning: what is in it, and putting more in.
@Singleton
public class KnowledgeIndex {
    private static final Logger LOG = LoggerFactory.getLogger(KnowledgeIndex.class);

    private final Embedder embedder;
    private final Chunks chunks;
    private final Documents documents;
    private final AssessmentPort assessments;
    private final VectorRows rows;
    private final VectorWriter writer;
    private final Jobs jobs;
    private final Audit audit;

    KnowledgeIndex(
            Embedder embedder,
            Chunks chunks,
            Documents documents,
            AssessmentPort assessments,
            VectorRows rows,
            VectorWriter writer,
            Jobs jobs,
            Audit audit) {
        this.embedder = embedder;
        this.chunks = chunks;
        this.documents = documents;
        this.assessments = assessments;
        this.rows = rows;
        this.writer = writer;
        this.jobs = jobs;
        this.audit = audit;
    }

    /// Asks for everything that is not in the index yet to be put in. Asking twice does nothing twice (STD-44).
    /// @param documentId one document; null for all of the assessment
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`, `DOCUMENT_NOT_FOUND`, `CONFLICT` when the assessment is closed
    @Transactional
    public IndexRequest complete(Caller caller, UUID assessmentId, @Nullable UUID documentId) {
        var all = chunks(caller, assessmentId, documentId);
        var known = references(caller, all.stream().map(DocumentChunk::chunkId).toList())
                .keySet();
        var done = all.stream().collect(Collectors.partitioningBy(chunk -> isDone(chunk, known)));
        var skipped = Objects.requireNonNull(done.get(true)).stream()
                .map(DocumentChunk::chunkId)
                .toList();
        var waiting = Objects.requireNonNull(done.get(false));
        return request(caller, assessmentId, waiting, EmbeddingStatus.QUEUED, Map.of(), skipped);
    }

    /// Asks for what another model has embedded to be embedded by the one in use, in every assessment that can still
    /// change; until that is done it is found by words alone. A closed one keeps the vectors it was assessed with.
    @Transactional
    public void catchUp(Caller caller) {
        for (var assessment : rows.behind(caller.org(), embedder.model().id())) {
            try {
                complete(caller, assessment, null);
            } catch (Refusal closed) {
                LOG.debug("Assessment {} keeps its vectors: {}", assessment, closed.getMessage());
            }
        }
    }

    /// Asks for everything to be put in anew; until that is done, what is there is found.
    /// @throws Refusal as [#complete]
    @Transactional
    public IndexRequest rebuild(Caller caller, UUID assessmentId, @Nullable UUID documentId) {
        var all = chunks(caller, assessmentId, documentId);
        var payload = Map.of(EmbeddingWorker.AFRESH, "true");
        return request(caller, assessmentId, all, EmbeddingStatus.REPROCESS_REQUIRED, payload, List.of());
    }

    /// The references of those chunks that have one.
    @ReadOnly
    public Map<UUID, UUID> references(Caller caller, Collection<UUID> chunkIds) {
        return chunkIds.isEmpty()
                ? Map.of()
                : rows.references(caller.org(), embedder.model().id(), chunkIds).stream()
                        .collect(Collectors.toMap(VectorReference::chunkId, VectorReference::vectorReferenceId));
    }

    /// How far the index is behind the documents.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`
    @ReadOnly
    public IndexStatus status(Caller caller, @Nullable UUID assessmentId) {
        var counts = chunks.counts(caller, assessmentId);
        var work = jobs.ofSubjects(caller, chunks.documents(caller, assessmentId)).stream()
                .filter(job -> job.kind() == JobKind.PREPARE_EMBEDDING)
                .toList();
        long open = work.stream().filter(job -> !job.status().isFinal()).count();
        return IndexStatus.of(embedder.model().id(), counts, open, work.isEmpty() ? null : work.getLast());
    }

    private List<DocumentChunk> chunks(Caller caller, UUID assessmentId, @Nullable UUID documentId) {
        assessments.requireOpen(caller, assessmentId);
        if (documentId != null
                && !documents.find(caller, documentId).assessmentId().equals(assessmentId)) {
            throw Refusal.notFound(ErrorCode.DOCUMENT_NOT_FOUND, documentId).get();
        }
        return chunks.ofAssessment(caller, assessmentId, documentId);
    }

    /// @param known the chunks that the model in use knows; another model's vectors are never searched
    private static boolean isDone(DocumentChunk chunk, Set<UUID> known) {
        return switch (chunk.embeddingStatus()) {
            case EMBEDDED -> known.contains(chunk.chunkId());
            case SKIPPED -> true;
            case PENDING, QUEUED, EMBEDDING, FAILED, REPROCESS_REQUIRED -> false;
        };
    }

    private IndexRequest request(
            Caller caller,
            UUID assessmentId,
            List<DocumentChunk> waiting,
            EmbeddingStatus status,
            Map<String, String> payload,
            List<UUID> skipped) {
        var ids = waiting.stream().map(DocumentChunk::chunkId).toList();
        chunks.move(caller, ids, status);
        writer.refer(caller, embedder.model().id(), waiting);
        var subjects = waiting.stream().map(DocumentChunk::documentId).collect(Collectors.toSet());
        var queued = subjects.stream()
                .sorted()
                .map(document -> job(caller, document, payload))
                .toList();
        audit.record(
                caller,
                AuditEvent.of("kb.index_requested", assessmentId)
                        .in(assessmentId)
                        .with("chunks", waiting.size())
                        .with("afresh", !payload.isEmpty()));
        return new IndexRequest(
                queued,
                Set.copyOf(references(caller, ids).values()).stream().sorted().toList(),
                skipped);
    }

    /// The job that has not begun yet and does just this, or a new one.
    private UUID job(Caller caller, UUID documentId, Map<String, String> payload) {
        return jobs.ofSubject(caller, documentId).stream()
                .filter(job -> job.kind() == JobKind.PREPARE_EMBEDDING && job.status() == JobStatus.QUEUED)
                .filter(job -> job.payload().containsKey(EmbeddingWorker.AFRESH) == !payload.isEmpty())
                .map(Job::jobId)
                .findFirst()
                .orElseGet(() -> jobs.submit(caller, Queue.EMBEDDINGS, JobKind.PREPARE_EMBEDDING, documentId, payload));
    }
}
