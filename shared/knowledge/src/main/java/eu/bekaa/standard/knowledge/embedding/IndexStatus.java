package eu.bekaa.standard.knowledge.embedding;

import eu.bekaa.standard.knowledge.document.EmbeddingStatus;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far the index is behind the documents.
@Serdeable
@Schema(description = "How far the index is behind the documents.")
public record IndexStatus(
        @Schema(description = "The model whose vectors are searched.", example = "bge-small-en-v1.5-q/510")
        String model,

        @Schema(description = "Chunks not asked for yet.", example = "0")
        long pending,

        @Schema(description = "Chunks asked for.", example = "12")
        long queued,

        @Schema(description = "Chunks being embedded.", example = "16")
        long embedding,

        @Schema(description = "Chunks that can be found by meaning.", example = "600")
        long embedded,

        @Schema(description = "Chunks that could not be embedded.", example = "0")
        long failed,

        @Schema(description = "Chunks with nothing a model could read.", example = "1")
        long skipped,

        @Schema(description = "Chunks to be embedded anew; found as they are until then.", example = "0")
        long reprocessRequired,

        @Schema(description = "Jobs that have not ended.", example = "2")
        long queueDepth,

        @Schema(description = "The newest job; null before the first.") @Nullable
        LastJob lastJob) {
    /// The newest embedding job.
    @Serdeable
    @Schema(description = "The newest embedding job.")
    public record LastJob(
            @Schema(description = "The job.", example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a21")
            UUID jobId,

            @Schema(description = "The document it embeds.", example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a12")
            UUID documentId,

            @Schema(description = "How it stands.", example = "running")
            JobStatus status,

            @Schema(description = "Chunks done.", example = "32")
            long progressDone,

            @Schema(description = "Chunks to do; 0 while unknown.", example = "48")
            long progressTotal,

            @Schema(description = "When it was asked for.", example = "2026-11-21T09:30:12Z")
            Instant queuedAt,

            @Schema(description = "When it ended; null until then.", example = "2026-11-21T09:30:14Z") @Nullable
            Instant completedAt) {
        static LastJob of(Job job) {
            return new LastJob(
                    job.jobId(),
                    job.subjectId(),
                    job.status(),
                    job.progressDone(),
                    job.progressTotal(),
                    job.queuedAt(),
                    job.completedAt());
        }
    }

    static IndexStatus of(String model, Map<EmbeddingStatus, Long> chunks, long open, @Nullable Job last) {
        return new IndexStatus(
                model,
                chunks.getOrDefault(EmbeddingStatus.PENDING, 0L),
                chunks.getOrDefault(EmbeddingStatus.QUEUED, 0L),
                chunks.getOrDefault(EmbeddingStatus.EMBEDDING, 0L),
                chunks.getOrDefault(EmbeddingStatus.EMBEDDED, 0L),
                chunks.getOrDefault(EmbeddingStatus.FAILED, 0L),
                chunks.getOrDefault(EmbeddingStatus.SKIPPED, 0L),
                chunks.getOrDefault(EmbeddingStatus.REPROCESS_REQUIRED, 0L),
                open,
                last == null ? null : LastJob.of(last));
    }
}
