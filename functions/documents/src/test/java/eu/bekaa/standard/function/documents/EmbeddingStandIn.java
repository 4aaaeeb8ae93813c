package eu.bekaa.standard.function.documents;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.document.Documents;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobWorker;
import eu.bekaa.standard.queue.Lease;
import jakarta.inject.Singleton;

/// Ends the embedding of a document without a model.
@Singleton
class EmbeddingStandIn implements JobWorker {
    private final Documents documents;

    EmbeddingStandIn(Documents documents) {
        this.documents = documents;
    }

    @Override
    public JobKind kind() {
        return JobKind.PREPARE_EMBEDDING;
    }

    @Override
    public void work(Lease lease) {
        lease.complete(() -> documents.embedded(lease.caller(), lease.job().subjectId()));
    }

    @Override
    public void failed(Caller caller, Job job, String reason) {
        documents.failed(caller, job.subjectId(), reason);
    }
}
