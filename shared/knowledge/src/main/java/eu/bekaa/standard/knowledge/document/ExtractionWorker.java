package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.text.TextExtractor;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobWorker;
import eu.bekaa.standard.queue.Lease;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/// Reads new documents, in the function that has an extractor.
@Singleton
@Requires(beans = TextExtractor.class)
class ExtractionWorker implements JobWorker {
    private final Ingestion ingestion;
    private final Documents documents;
    private final TextExtractor extractor;

    ExtractionWorker(Ingestion ingestion, Documents documents, TextExtractor extractor) {
        this.ingestion = ingestion;
        this.documents = documents;
        this.extractor = extractor;
    }

    @Override
    public JobKind kind() {
        return JobKind.EXTRACT_AND_CHUNK;
    }

    @Override
    public void work(Lease lease) {
        ingestion.work(lease, extractor, ReprocessStrategy.APPEND_NEW_CHUNKS);
    }

    @Override
    public void failed(Caller caller, Job job, String reason) {
        documents.failed(caller, job.subjectId(), reason);
    }
}
