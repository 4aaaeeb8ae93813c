package eu.bekaa.standard.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.queue.JobRunner.Verdict;
import eu.bekaa.standard.testing.SettableClock;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Property;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whatever happens to messages and workers, an accepted job takes effect once.
@MicronautTest(transactional = false, startApplication = false)
@Property(name = "test.clock", value = "stopped")
class OnceOnlyTest {
    @Inject
    Jobs jobs;

    @Inject
    JobRunner runner;

    @Inject
    Workshop workshop;

    @Inject
    SettableClock clock;

    @Inject
    Tenants tenants;

    @Inject
    Ids ids;

    @Inject
    JsonMapper json;

    Caller caller;

    @BeforeEach
    void anOrganization() {
        caller = tenants.create().assessor();
    }

    @Test
    void aCrashBeforeTheWorkEndsIsMadeUpForWhenTheLeaseHasLapsed() throws Exception {
        crashesOnce(lease -> {
            throw new Workshop.Crash();
        });
    }

    @Test
    void aCrashWithinTheLastTransactionUndoesIt() throws Exception {
        crashesOnce(lease -> lease.complete(() -> {
            workshop.effect(lease);
            throw new Workshop.Crash();
        }));
    }

    @Test
    void aCrashAfterTheLastTransactionDoesNotRepeatTheWork() throws Exception {
        var job = submit();
        workshop.script(job.subjectId(), lease -> {
            lease.complete(() -> workshop.effect(lease));
            throw new Workshop.Crash();
        });
        assertThatThrownBy(() -> deliver(job)).isInstanceOf(Workshop.Crash.class);

        clock.advance(Lease.TERM.multipliedBy(2));
        assertThat(deliver(job)).isEqualTo(Verdict.TAKEN);
        assertThat(Workshop.count("work.done", job.subjectId())).isOne();
    }

    private void crashesOnce(Workshop.Script crash) throws Exception {
        var job = submit();
        var attempts = new AtomicInteger();
        workshop.script(job.subjectId(), lease -> {
            if (attempts.incrementAndGet() == 1) {
                crash.play(lease);
            }
            lease.complete(() -> workshop.effect(lease));
        });
        assertThatThrownBy(() -> deliver(job)).isInstanceOf(Workshop.Crash.class);
        assertThat(Workshop.count("work.done", job.subjectId())).isZero();

        // the dead worker's lease still stands: nobody else begins
        assertThat(deliver(job)).isEqualTo(Verdict.TAKEN);
        assertThat(attempts).hasValue(1);

        clock.advance(Lease.TERM.plusSeconds(1));
        assertThat(deliver(job)).isEqualTo(Verdict.TAKEN);
        assertThat(Workshop.count("work.done", job.subjectId())).isOne();
        assertThat(found(job).attemptCount()).isEqualTo(2);
    }

    @Test
    void aWorkerThatLostItsLeaseChangesNothingMore() throws Exception {
        var job = submit();
        var begun = new CountDownLatch(1);
        var overtaken = new CountDownLatch(1);
        var attempts = new AtomicInteger();
        workshop.script(job.subjectId(), lease -> {
            if (attempts.incrementAndGet() == 1) {
                begun.countDown();
                overtaken.await();
            }
            lease.complete(() -> workshop.effect(lease));
        });
        try (var slow = Executors.newSingleThreadExecutor()) {
            var first = slow.submit(() -> deliver(job));
            begun.await();
            clock.advance(Lease.TERM.plusSeconds(1));
            assertThat(deliver(job)).isEqualTo(Verdict.TAKEN);
            overtaken.countDown();
            assertThat(first.get()).isEqualTo(Verdict.TAKEN);
        }
        assertThat(attempts).hasValue(2);
        assertThat(Workshop.count("work.done", job.subjectId())).isOne();
    }

    @Test
    void aFailureIsTriedAgainLaterAndLaterAndGivenUpAfterFive() throws Exception {
        var job = submit();
        workshop.script(job.subjectId(), lease -> {
            throw new IOException("no luck");
        });
        for (int attempt = 1; attempt < 5; attempt++) {
            assertThat(deliver(job)).isEqualTo(Verdict.AGAIN);
            assertThat(found(job).status()).isEqualTo(JobStatus.RETRYING);
            // too early: nothing is begun
            assertThat(deliver(job)).isEqualTo(Verdict.AGAIN);
            assertThat(found(job).attemptCount()).isEqualTo(attempt);
            clock.advance(Duration.ofMinutes(2));
        }
        deliver(job);
        assertThat(found(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(found(job).errorMessageSafe()).doesNotContain("no luck");
        assertThat(Workshop.count("work.failed", job.subjectId())).isOne();
        assertThat(deliver(job)).isEqualTo(Verdict.TAKEN);
        assertThat(Workshop.count("work.failed", job.subjectId())).isOne();
    }

    @Test
    void whatCannotBeDoneFailsAtOnceWithItsReason() throws Exception {
        var job = submit();
        workshop.script(job.subjectId(), lease -> {
            throw new JobFailure("ENCRYPTED_FILE", "The file is encrypted.");
        });
        assertThat(deliver(job)).isEqualTo(Verdict.TAKEN);
        assertThat(found(job).status()).isEqualTo(JobStatus.FAILED);
        assertThat(found(job).errorCode()).isEqualTo("ENCRYPTED_FILE");
        assertThat(Workshop.count("work.failed", job.subjectId())).isOne();
    }

    @Test
    void aJobThatWasCalledOffIsNotBegun() throws Exception {
        var job = submit();
        jobs.cancel(caller, job.subjectId());
        assertThat(deliver(job)).isEqualTo(Verdict.TAKEN);
        assertThat(Workshop.count("work.done", job.subjectId())).isZero();
    }

    private Job submit() {
        var subject = ids.next();
        var id = jobs.submit(caller, Queue.REPORTS, JobKind.EXPORT, subject, Map.of());
        return jobs.find(caller, id).orElseThrow();
    }

    private Job found(Job job) {
        return jobs.find(caller, job.jobId()).orElseThrow();
    }

    private Verdict deliver(Job job) throws IOException {
        var message = new JobMessage(job.jobId(), job.organizationId(), job.kind(), job.traceId());
        return runner.run(new String(json.writeValueAsBytes(message), StandardCharsets.UTF_8));
    }
}
