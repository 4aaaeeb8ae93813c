package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.imports.CatalogLoad.LabelTaken;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.queue.Job;
import eu.bekaa.standard.queue.JobFailure;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobWorker;
import eu.bekaa.standard.queue.Lease;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;

/// Loads an accepted source into the catalog.
@Singleton
class ScfImportWorker implements JobWorker {
    private static final int READ = 20;
    private static final int LOADING = 40;

    private final ImportService imports;
    private final ImportFiles files;
    private final SourceReader reader;
    private final CatalogLoad catalog;

    ScfImportWorker(ImportService imports, ImportFiles files, SourceReader reader, CatalogLoad catalog) {
        this.imports = imports;
        this.files = files;
        this.reader = reader;
        this.catalog = catalog;
    }

    @Override
    public JobKind kind() {
        return JobKind.SCF_IMPORT;
    }

    @Override
    public void work(Lease lease) throws IOException {
        var caller = lease.caller();
        var run = imports.run(caller, lease.job().subjectId());
        report(lease, READ);
        var file = files.fetch(imports.objectKey(caller, run.id()));
        try {
            if (!Source.hash(file).equals(run.sourceHash())) {
                // spoilt on its way here: to be fetched again
                throw new IOException("The file was not read as it was uploaded.");
            }
            var content = reader.read(run.sourceType(), file);
            report(lease, LOADING);
            lease.complete(() -> {
                try {
                    imports.succeed(caller, run, content, catalog.load(run, content));
                } catch (LabelTaken taken) {
                    throw new JobFailure(
                            "CONFLICT", "Version " + run.versionLabel() + " has been imported from another source.");
                }
            });
        } catch (Refusal refused) {
            throw new JobFailure(refused.code().name(), refused.getMessage());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void failed(Caller caller, Job job, String reason) {
        imports.fail(caller, job.subjectId(), reason);
    }

    private void report(Lease lease, int percent) {
        lease.progress(percent, 100);
        imports.progress(lease.caller(), lease.job().subjectId(), percent);
    }
}
