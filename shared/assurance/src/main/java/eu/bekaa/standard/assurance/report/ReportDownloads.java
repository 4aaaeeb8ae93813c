package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.report.render.HtmlReport;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Outcome;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Hands out what reports say and their files.
@Singleton
public class ReportDownloads {
    /// A Lambda's answer ends at 6 MB with its Base64; what is larger goes by an expiring address.
    private static final long LARGEST_ANSWER = 4L << 20;

    private static final Duration SOON = Duration.ofSeconds(2);

    private final ReportService reports;
    private final ReportArchive archive;
    private final Renderings renderings;
    private final ReportStore store;
    private final Transactions transactions;
    private final Audit audit;

    ReportDownloads(
            ReportService reports,
            ReportArchive archive,
            Renderings renderings,
            ReportStore store,
            Transactions transactions,
            Audit audit) {
        this.reports = reports;
        this.archive = archive;
        this.renderings = renderings;
        this.store = store;
        this.transactions = transactions;
        this.audit = audit;
    }

    /// A file of a report; one that nobody has asked for yet is ordered.
    /// @param wanted what was asked for at generation when null
    /// @throws Refusal `REPORT_NOT_FOUND`; `REPORT_FORMAT_NOT_IMPLEMENTED`; `CONFLICT` with the reason where it
    ///         failed
    @Transactional
    public Download download(Caller caller, UUID versionId, @Nullable Format wanted) {
        var report = archive.find(caller, versionId);
        report.reportType().require(caller);
        var format = report.reportType().offered(wanted, report.format());
        var file = renderings.present(caller, versionId, format);
        if (file != null && file.status() == RenderStatus.FAILED) {
            throw failed(Objects.toString(file.reason(), ""));
        }
        if (file == null || file.status() != RenderStatus.READY) {
            renderings.order(caller, report, format);
            return new Download.Later(reports.view(caller, versionId), SOON);
        }
        var content = content(caller, report, file);
        audit.record(
                caller,
                AuditEvent.of("report.downloaded", versionId)
                        .in(report.assessmentId())
                        .with("format", format)
                        .with("content_hash", file.contentHash()));
        return content;
    }

    /// Orders a file, also one that failed.
    /// @throws Refusal `REPORT_NOT_FOUND`; `REPORT_FORMAT_NOT_IMPLEMENTED`
    @Transactional
    public ReportView render(Caller caller, UUID versionId, @Nullable Format wanted) {
        var report = archive.find(caller, versionId);
        report.reportType().require(caller);
        var format = report.reportType().offered(wanted, report.format());
        renderings.order(caller, report, format);
        audit.record(
                caller,
                AuditEvent.of("report.render_requested", versionId)
                        .in(report.assessmentId())
                        .with("format", format));
        return reports.view(caller, versionId);
    }

    /// The report as a page, made on the spot: it needs no renderer.
    @ReadOnly
    public byte[] page(Caller caller, UUID versionId) {
        return HtmlReport.bytes(archive.content(caller, versionId));
    }

    /// Only the file that was rendered is handed out (STD-102): one that has changed since fails, and can be ordered
    /// again.
    private Download content(Caller caller, StoredReport report, ReportFile file) {
        var key = Objects.requireNonNull(file.storageKey());
        var hash = Objects.requireNonNull(file.contentHash());
        var mediaType = file.format().mediaType();
        var disposition = "attachment; filename=\"" + filename(report, file.format()) + "\"";
        if (Objects.requireNonNull(file.sizeBytes()) > LARGEST_ANSWER) {
            if (!store.hash(key).filter(hash::equals).isPresent()) {
                throw damaged(caller, report, file);
            }
            return new Download.Elsewhere(store.link(key, mediaType, disposition));
        }
        return store.get(key)
                .filter(bytes -> Digest.of(bytes).equals(hash))
                .map(bytes -> new Download.Content(bytes, mediaType, disposition))
                .orElseThrow(() -> damaged(caller, report, file));
    }

    private Refusal damaged(Caller caller, StoredReport report, ReportFile file) {
        var reason = "The stored file is not the one that was rendered.";
        transactions.writeAside(caller, () -> {
            renderings.spoil(caller, file, reason);
            audit.record(
                    caller,
                    AuditEvent.of("security.report_file_damaged", report.versionId())
                            .in(report.assessmentId())
                            .with("format", file.format())
                            .with("content_hash", file.contentHash())
                            .outcome(Outcome.FAILURE));
            return file;
        });
        return failed(reason);
    }

    private static Refusal failed(String reason) {
        return new Refusal(
                ErrorCode.CONFLICT,
                "This file could not be rendered: " + reason + " It can be ordered again.",
                List.of(reason));
    }

    /// The title in letters that every file system takes.
    private static String filename(StoredReport report, Format format) {
        var safe = report.title()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var name = safe.isEmpty() ? report.reportType().toString() : safe.substring(0, Math.min(80, safe.length()));
        return name + "." + format.extension();
    }
}
