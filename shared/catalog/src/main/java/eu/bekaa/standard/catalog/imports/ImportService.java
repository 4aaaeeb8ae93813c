package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.ImportStatus;
import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.catalog.source.SourceWarning;
import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.queue.Queue;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Accepts imports, tells how far they are and what they found. The load itself runs from the queue.
@Singleton
public class ImportService {
    private static final int MOST_RUNS = 100;

    private final ImportRows rows;
    private final ImportFiles files;
    private final SourceScan scan;
    private final SourceReader reader;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    ImportService(
            ImportRows rows,
            ImportFiles files,
            SourceScan scan,
            SourceReader reader,
            Jobs jobs,
            Transactions transactions,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.files = files;
        this.scan = scan;
        this.reader = reader;
        this.jobs = jobs;
        this.transactions = transactions;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Reads the source at once, keeps it, and leaves the load to the queue.
    /// @param announcedHash what the sender says the SHA-256 is, if anything
    /// @throws Refusal `VALIDATION_ERROR` for a source that cannot be imported,
    ///         `CONFLICT` for a label that another source bears; `MALWARE_DETECTED` (STD-41), or
    ///         `SERVICE_UNAVAILABLE` when nobody can tell
    @Transactional
    public ImportAnswer submit(Caller caller, Source source, @Nullable String announcedHash) {
        var hash = source.hash();
        source.mustHash(announcedHash, hash);
        scan.pass(caller, source);
        var content = reader.read(source.type(), source.file());
        var label = source.label(content.release());
        if (rows.hashOfLabel(label).filter(other -> !other.equals(hash)).isPresent()) {
            throw new Refusal(ErrorCode.CONFLICT, "Version " + label + " has been imported from another source.");
        }
        var id = ids.next();
        rows.insert(
                id,
                source.type(),
                source.filename(),
                source.url(),
                hash,
                label,
                files.keep(source.file(), hash),
                source.size(),
                clock.instant(),
                ImportStatistics.none(content.warningCount()),
                caller.actor().id(),
                caller.traceId());
        keepWarnings(id, content.warnings());
        jobs.submit(caller, Queue.IMPORTS, JobKind.SCF_IMPORT, id, Map.of());
        audit.record(
                caller,
                AuditEvent.of("scf_import.requested", id)
                        .with("version_label", label)
                        .with("source_hash", hash));
        return ImportAnswer.of(run(caller, id), source, content);
    }

    /// Reads a source and keeps nothing.
    public ImportPreview dryRun(Caller caller, Source source) {
        scan.pass(caller, source);
        var content = reader.read(source.type(), source.file());
        var run = new ImportPreview.Run(
                source.type(),
                source.filename(),
                source.hash(),
                source.label(content.release()),
                ImportStatistics.of(content, source.type(), 0));
        return ImportPreview.of(run, source, content);
    }

    /// The latest runs, the newest first.
    @ReadOnly
    public List<ImportRun> runs(Caller caller) {
        return rows.newest(MOST_RUNS);
    }

    /// @throws Refusal `IMPORT_RUN_NOT_FOUND`
    @ReadOnly
    public ImportRun run(Caller caller, UUID importRunId) {
        return rows.find(importRunId).orElseThrow(Refusal.notFound(ErrorCode.IMPORT_RUN_NOT_FOUND, importRunId));
    }

    /// @param rule only warnings of this rule; all when null
    @ReadOnly
    public Page<SourceWarning> warnings(
            Caller caller, UUID importRunId, SourceWarning.@Nullable Rule rule, PageRequest page) {
        run(caller, importRunId);
        var found = rows.warnings(importRunId, page.after(), rule == null ? null : rule.toString(), page.limit() + 1);
        return Page.of(found, page.limit(), ImportRows.Numbered::ordinal).map(ImportRows.Numbered::warning);
    }

    @Transactional
    void progress(Caller caller, UUID importRunId, int percent) {
        rows.progress(importRunId, percent);
    }

    @ReadOnly
    String objectKey(Caller caller, UUID importRunId) {
        return rows.objectKey(importRunId);
    }

    /// Ends a run within the open transaction.
    void succeed(Caller caller, ImportRun run, ScfContent content, CatalogLoad.Loaded loaded) {
        rows.end(
                run.id(),
                ImportStatus.SUCCEEDED,
                loaded.scfVersionId(),
                100,
                clock.instant(),
                null,
                ImportStatistics.of(content, run.sourceType(), loaded.rows()));
        audit.record(
                caller,
                AuditEvent.of("scf_import.succeeded", run.id())
                        .with("scf_version_id", loaded.scfVersionId())
                        .with("rows_written", loaded.rows()));
    }

    /// Ends a run within the open transaction.
    void fail(Caller caller, UUID importRunId, String reason) {
        var run = run(caller, importRunId);
        rows.end(
                importRunId,
                ImportStatus.FAILED,
                null,
                run.progressPercent(),
                clock.instant(),
                reason,
                run.importStatistics());
        audit.record(caller, AuditEvent.of("scf_import.failed", importRunId).with("reason", reason));
    }

    private void keepWarnings(UUID importRunId, List<SourceWarning> warnings) {
        try (var copy = new CopyTable(
                transactions.connection(),
                "scf_import_warning (import_run_id, ordinal, rule, sheet, row_number, column_name, message)")) {
            int ordinal = 0;
            for (var warning : warnings) {
                copy.row(
                        importRunId,
                        ++ordinal,
                        warning.rule(),
                        warning.sheet(),
                        warning.row(),
                        warning.column(),
                        warning.message());
            }
            copy.end();
        } catch (SQLException failure) {
            throw new IllegalStateException("The warnings could not be kept.", failure);
        }
    }
}
