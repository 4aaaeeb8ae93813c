package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobFailure;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import eu.bekaa.standard.queue.event.EventType;
import eu.bekaa.standard.queue.event.Events;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The files of reports: ordered, rendered by the queue's worker, kept in storage.
@Singleton
public class Renderings {
    private static final String FORMAT = "format";

    private final ReportFiles files;
    private final ReportArchive archive;
    private final ReportStore store;
    private final Jobs jobs;
    private final Events events;
    private final Clock clock;

    Renderings(ReportFiles files, ReportArchive archive, ReportStore store, Jobs jobs, Events events, Clock clock) {
        this.files = files;
        this.archive = archive;
        this.store = store;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /// A file that the worker has to make.
    public record Order(UUID versionId, UUID assessmentId, ReportType type, Format format) {}

    /// What a job asks for; the file is shown as being rendered from now on.
    /// @throws JobFailure for a report that is gone
    @Transactional
    public Order begin(Caller caller, Job job) {
        var format = format(job);
        StoredReport report;
        try {
            report = archive.find(caller, job.subjectId());
        } catch (Refusal gone) {
            throw new JobFailure(ErrorCode.REPORT_NOT_FOUND.name(), "The report is gone.");
        }
        files.begin(caller.org(), report.versionId(), format, job.jobId(), clock.instant());
        return new Order(report.versionId(), report.assessmentId(), report.reportType(), format);
    }

    /// Puts a finished file in storage, before anything says that it is there.
    /// @return where it lies
    public Placed place(Caller caller, Job job, Order order, byte[] content) {
        var key = ReportStore.key(caller.org(), order.assessmentId(), order.versionId(), job.jobId(), order.format());
        store.put(key, content, order.format().mediaType());
        return new Placed(key, Digest.of(content), content.length);
    }

    /// A file in storage.
    public record Placed(String key, String hash, long size) {}

    /// The report is told of once the file that was asked for with it is there, not again for files made later.
    @Transactional
    public void finish(Caller caller, Job job, Order order, Placed file) {
        var ready = files.finish(
                caller.org(),
                order.versionId(),
                order.format(),
                job.jobId(),
                file.key(),
                file.hash(),
                file.size(),
                clock.instant());
        var report = archive.find(caller, order.versionId());
        if (ready > 0 && report.format() == order.format()) {
            events.raise(
                    caller,
                    EventType.REPORT_GENERATED,
                    order.assessmentId(),
                    Map.of(
                            "version_id", order.versionId(),
                            "report_type", order.type(),
                            "requested_by", job.requestedBy(),
                            "format", order.format(),
                            "content_hash", file.hash()));
        }
    }

    @Transactional
    public void fail(Caller caller, Job job, String reason) {
        files.fail(caller.org(), job.subjectId(), format(job), job.jobId(), reason, clock.instant());
    }

    /// Takes back a file that is no longer what was rendered.
    @Transactional
    void spoil(Caller caller, ReportFile file, String reason) {
        files.spoil(caller.org(), file.versionId(), file.format(), file.jobId(), reason, clock.instant());
    }

    /// Orders a file that nobody has ordered yet, or that failed. One that is under way or ready stays as it is.
    @Transactional
    ReportFile order(Caller caller, StoredReport report, Format format) {
        var present = files.find(caller.org(), report.versionId(), format).orElse(null);
        if (present != null && present.status() != RenderStatus.FAILED) {
            return present;
        }
        var job = jobs.submit(
                caller, Queue.REPORTS, JobKind.RENDER_REPORT, report.versionId(), Map.of(FORMAT, format.name()));
        files.queue(report.versionId(), caller.org(), format, job, clock.instant());
        return find(caller, report.versionId(), format);
    }

    /// @throws Refusal `EXPORT_JOB_NOT_FOUND`, also for work of another kind
    ExportJob job(Caller caller, UUID jobId) {
        return jobs.find(caller, jobId)
                .filter(job -> job.kind() == JobKind.RENDER_REPORT)
                .map(ExportJob::of)
                .orElseThrow(Refusal.notFound(ErrorCode.EXPORT_JOB_NOT_FOUND, jobId));
    }

    /// What a job is to make.
    static Format format(Job job) {
        return Format.valueOf(Objects.requireNonNull(job.payload().get(FORMAT)));
    }

    @Nullable
    ReportFile present(Caller caller, UUID versionId, Format format) {
        return files.find(caller.org(), versionId, format).orElse(null);
    }

    @ReadOnly
    List<ReportFile> of(Caller caller, UUID versionId) {
        return files.ofVersion(caller.org(), versionId);
    }

    Map<UUID, List<ReportFile>> ofAssessment(Caller caller, UUID assessmentId) {
        return files.ofAssessment(caller.org(), assessmentId).stream()
                .collect(Collectors.groupingBy(ReportFile::versionId));
    }

    private ReportFile find(Caller caller, UUID versionId, Format format) {
        return files.find(caller.org(), versionId, format)
                .orElseThrow(Refusal.notFound(ErrorCode.REPORT_NOT_FOUND, versionId));
    }
}
