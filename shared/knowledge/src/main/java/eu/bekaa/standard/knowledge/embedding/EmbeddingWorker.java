package eu.bekaa.standard.knowledge.embedding;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.chunk.Chunks;
import eu.bekaa.standard.knowledge.document.DocumentChunk;
import eu.bekaa.standard.knowledge.document.Documents;
import eu.bekaa.standard.knowledge.document.EmbeddingStatus;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobWorker;
import eu.bekaa.standard.queue.Lease;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/// Brings a document's chunks into the index.
@Singleton
@Requires(bean = Embedder.class)
class EmbeddingWorker implements JobWorker {
    /// In a job's payload: embed every text, whatever is stored.
    static final String AFRESH = "afresh";

    /// Chunks between two commits: about a second of work on two cores.
    private static final int BATCH = 8;

    private final Indexing indexing;
    private final Chunks chunks;
    private final Documents documents;
    private final Transactions transactions;

    EmbeddingWorker(Indexing indexing, Chunks chunks, Documents documents, Transactions transactions) {
        this.indexing = indexing;
        this.chunks = chunks;
        this.documents = documents;
        this.transactions = transactions;
    }

    @Override
    public JobKind kind() {
        return JobKind.PREPARE_EMBEDDING;
    }

    @Override
    public void work(Lease lease) {
        var caller = lease.caller();
        var document = lease.job().subjectId();
        var waiting = transactions.write(caller, () -> begin(lease));
        for (int done = 0; done < waiting.size(); done += BATCH) {
            lease.progress(done, waiting.size());
            var batch = waiting.subList(done, Math.min(done + BATCH, waiting.size()));
            if (lease.job().payload().containsKey(AFRESH)) {
                indexing.indexAfresh(caller, batch);
            } else {
                indexing.index(caller, batch);
            }
        }
        lease.progress(waiting.size(), waiting.size());
        lease.complete(() -> {
            // chunks that came meanwhile have a job of their own
            if (chunks.unembedded(caller, document).isEmpty()) {
                documents.embedded(caller, document);
            }
        });
    }

    private List<DocumentChunk> begin(Lease lease) {
        var waiting = chunks.unembedded(lease.caller(), lease.job().subjectId());
        chunks.move(lease.caller(), waiting.stream().map(DocumentChunk::chunkId).toList(), EmbeddingStatus.EMBEDDING);
        return waiting;
    }

    @Override
    public void failed(Caller caller, Job job, String reason) {
        var left = chunks.unembedded(caller, job.subjectId());
        chunks.move(caller, left.stream().map(DocumentChunk::chunkId).toList(), EmbeddingStatus.FAILED);
        documents.failed(caller, job.subjectId(), reason);
    }
}
