package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Work on one document, as its owner sees it.
@Serdeable
@Schema(description = "Work on one document.")
public record IngestionJob(
        @Schema(description = "The job.", example = "01936b3e-5555-7abc-9def-0123456789ab")
        UUID jobId,

        @Schema(description = "The organization it belongs to.", example = "01936b3e-1111-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "The assessment of the document.", example = "01936b3e-2222-7abc-9def-0123456789ab")
        UUID assessmentId,

        @Schema(description = "The document.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID documentId,

        @Schema(description = "extract_and_chunk, reprocess or prepare_embedding.", example = "extract_and_chunk")
        JobKind jobType,

        @Schema(description = "Where it stands.", example = "succeeded")
        JobStatus status,

        @Schema(description = "How often it was begun.", example = "1")
        int attemptCount,

        @Schema(description = "Why it failed, for programs.", example = "FILE_ENCRYPTED") @Nullable
        String errorCode,

        @Schema(description = "Why it failed, for people.", example = "The file is protected by a password.") @Nullable
        String errorMessageSafe,

        @Schema(description = "When it was accepted.", example = "2026-11-21T09:30:00Z")
        Instant queuedAt,

        @Schema(description = "When it was first begun.", example = "2026-11-21T09:30:01Z") @Nullable
        Instant startedAt,

        @Schema(description = "When it ended.", example = "2026-11-21T09:30:04Z") @Nullable
        Instant completedAt,

        @Schema(description = "The request that asked for it.", example = "9f0c2b7e41d84b6f")
        String traceId,

        @Schema(
                description =
                        "What it was asked to do and how far it is: strategy, reason, progress_done, progress_total.",
                example = "{\"strategy\": \"append_new_chunks\", \"progress_done\": 0, \"progress_total\": 0}")
        Map<String, Object> metadata) {
    static boolean isOne(Job job) {
        return switch (job.kind()) {
            case EXTRACT_AND_CHUNK, REPROCESS, PREPARE_EMBEDDING -> true;
            case SCF_IMPORT, RENDER_REPORT, EXPORT, AGENT_RUN, SPREAD_EVENT, WORKFLOW_STEP, CALL_WEBHOOK, SEND_EMAIL ->
                false;
        };
    }

    static IngestionJob of(Job job, UUID assessmentId) {
        var metadata = new TreeMap<String, Object>(job.payload());
        metadata.remove("assessment_id");
        metadata.put("progress_done", job.progressDone());
        metadata.put("progress_total", job.progressTotal());
        return new IngestionJob(
                job.jobId(),
                job.organizationId(),
                assessmentId,
                job.subjectId(),
                job.kind(),
                job.status(),
                job.attemptCount(),
                job.errorCode(),
                job.errorMessageSafe(),
                job.queuedAt(),
                job.startedAt(),
                job.completedAt(),
                job.traceId(),
                metadata);
    }
}
