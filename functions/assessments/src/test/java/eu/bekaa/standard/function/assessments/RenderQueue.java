package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.queue.JobMessage;
import eu.bekaa.standard.queue.JobRunner;
import eu.bekaa.standard.queue.Jobs;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/// Does what the reports queue would do.
@Singleton
record RenderQueue(Jobs jobs, JobRunner runner, JsonMapper json) {
    /// Works on everything that waits to be rendered of a report.
    void work(Caller caller, String report) {
        for (var job : jobs.ofSubject(caller, UUID.fromString(report))) {
            try {
                runner.run(json.writeValueAsString(
                        new JobMessage(job.jobId(), caller.org(), JobKind.RENDER_REPORT, "trace-of-render")));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }
}
