package eu.bekaa.standard.bench.imports;

import eu.bekaa.standard.bench.Samples;
import eu.bekaa.standard.catalog.imports.ImportService;
import eu.bekaa.standard.catalog.imports.ImportStatistics;
import eu.bekaa.standard.catalog.imports.Source;
import eu.bekaa.standard.catalog.imports.SourceType;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.JobMessage;
import eu.bekaa.standard.queue.JobRunner;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/// Imports as the product makes them: accepted by the service, loaded by the job.
final class Imports {
    private static final double NANOS = 1e9;

    private final ImportService imports;
    private final Jobs jobs;
    private final JobRunner runner;
    private final JsonMapper json;
    private final Caller caller;
    private final Path workbook;
    private final Samples loads = new Samples();
    private int count;
    private UUID last = Caller.PLATFORM;

    Imports(ApplicationContext context, Path workbook) {
        this.imports = context.getBean(ImportService.class);
        this.jobs = context.getBean(Jobs.class);
        this.runner = context.getBean(JobRunner.class);
        this.json = context.getBean(JsonMapper.class);
        this.caller = context.getBean(Tenants.class).create().platformAdmin();
        this.workbook = workbook;
    }

    /// @return the import run
    UUID accept(String kind) {
        return submit(kind + " " + ++count);
    }

    void load(UUID run) throws IOException {
        var job = jobs.ofSubject(caller, run).getLast();
        var message = new JobMessage(job.jobId(), job.organizationId(), job.kind(), job.traceId());
        var verdict = runner.run(new String(json.writeValueAsBytes(message), StandardCharsets.UTF_8));
        if (verdict != JobRunner.Verdict.TAKEN) {
            throw new IllegalStateException("The import was not taken.");
        }
        last = run;
    }

    /// How long the jobs took, in seconds.
    Samples jobs() {
        return loads;
    }

    /// Accepts and loads under a fresh label.
    double timed(String kind) throws IOException {
        long start = System.nanoTime();
        var run = accept(kind);
        long accepted = System.nanoTime();
        load(run);
        loads.add((System.nanoTime() - accepted) / NANOS);
        return (System.nanoTime() - start) / NANOS;
    }

    /// Accepts and loads under a label that is there from the second time on.
    double timedAgain(String label) throws IOException {
        long start = System.nanoTime();
        load(submit(label));
        return (System.nanoTime() - start) / NANOS;
    }

    ImportStatistics statistics(UUID run) {
        return imports.run(caller, run).importStatistics();
    }

    ImportStatistics lastStatistics() {
        return statistics(last);
    }

    private UUID submit(String label) {
        var source =
                new Source(SourceType.XLSX, workbook, workbook.getFileName().toString(), null, label);
        return imports.submit(caller, source, null).importRun().id();
    }
}
