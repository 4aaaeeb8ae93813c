package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobStatus;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The work on one file of a report.
@Serdeable
@Schema(description = "The work on one file of a report.")
public record ExportJob(
        @Schema(description = "Id of the job.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID exportJobId,

        @Schema(description = "Organization it belongs to.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID organizationId,

        @Schema(description = "The report.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID reportVersionId,

        @Schema(description = "What is made of it.", example = "json")
        Format format,

        @Schema(description = "Where the work stands.", example = "succeeded")
        JobStatus status,

        @Schema(description = "How often it was begun.", example = "1")
        int attemptCount,

        @Schema(description = "Why it failed, for programs; null unless it has.", example = "GAVE_UP") @Nullable
        String errorCode,

        @Schema(description = "Why it failed, for people; null unless it has.", example = "The work failed 5 times.")
        @Nullable
        String errorMessageSafe,

        @Schema(description = "When it was accepted.", example = "2026-04-19T10:30:00Z")
        Instant queuedAt,

        @Schema(description = "When it was begun.", example = "2026-04-19T10:30:01Z") @Nullable
        Instant startedAt,

        @Schema(description = "When it ended.", example = "2026-04-19T10:30:03Z") @Nullable
        Instant completedAt,

        @Schema(
                description = "Where to download the file; null until the work has succeeded.",
                example = "/api/v1/reports/019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70/download?format=zip")
        @Nullable
        String downloadUrl,

        @Schema(description = "Trace of the request that asked for it.", example = "8f14e45fceea167a")
        String traceId) {
    static ExportJob of(Job job) {
        var format = Renderings.format(job);
        return new ExportJob(
                job.jobId(),
                job.organizationId(),
                job.subjectId(),
                format,
                job.status(),
                job.attemptCount(),
                job.errorCode(),
                job.errorMessageSafe(),
                job.queuedAt(),
                job.startedAt(),
                job.completedAt(),
                job.status() == JobStatus.SUCCEEDED
                        ? "/api/v1/reports/" + job.subjectId() + "/download?format=" + format
                        : null,
                job.traceId());
    }
}
