package eu.bekaa.standard.queue;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.TaskScheduler;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a queue message to the worker of its job: claims the job, keeps the lease alive, and ends the job one way or
/// another.
@Singleton
public class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    /// A message about a job that there is not.
    static final String NOBODYS = """
            {"job_id": "00000000-0000-0000-0000-000000000000", "organization_id": "00000000-0000-0000-0000-000000000000",
             "kind": "%s", "trace_id": "rehearsal"}""".formatted(JobKind.values()[0]);

    private static final int ATTEMPTS = 5;
    private static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);

    private final JobRows rows;
    private final Transactions transactions;
    private final JsonMapper json;
    private final TaskScheduler scheduler;
    private final Ids ids;
    private final Clock clock;
    private final Map<JobKind, JobWorker> workers = new EnumMap<>(JobKind.class);

    JobRunner(
            JobRows rows,
            Transactions transactions,
            JsonMapper json,
            @Named(TaskExecutors.SCHEDULED) TaskScheduler scheduler,
            Ids ids,
            Clock clock,
            List<JobWorker> workers) {
        this.rows = rows;
        this.transactions = transactions;
        this.json = json;
        this.scheduler = scheduler;
        this.ids = ids;
        this.clock = clock;
        workers.forEach(worker -> this.workers.put(worker.kind(), worker));
    }

    /// Looks for a job that there is not, so that the next is found faster.
    void rehearse() {
        var message = Objects.requireNonNull(parsed(NOBODYS));
        claim(caller(message), message, ids.next());
    }

    /// What to do with a message.
    public enum Verdict {
        /// Nothing more to do: the job is done, failed for good, or in other hands.
        TAKEN,
        /// To be delivered again; after five deliveries it goes to the dead-letter queue.
        AGAIN
    }

    /// Handles one message of a job queue.
    public Verdict run(String body) {
        JobMessage message = parsed(body);
        if (message == null) {
            LOG.warn("A message on a job queue names no job and is left to the dead-letter queue");
            return Verdict.AGAIN;
        }
        var caller = caller(message);
        var token = ids.next();
        var claimed = claim(caller, message, token);
        var job = claimed.job();
        if (job == null || !claimed.isOurs()) {
            return notOurs(message, job);
        }
        var worker = new Actor.Worker(job.requestedBy(), message.kind().toString());
        return work(new Lease(
                job,
                token,
                new Caller(caller.org(), worker, Set.of(), job.traceId(), null, null),
                rows,
                transactions,
                clock));
    }

    /// @param job null where nothing is known of it
    private record Claimed(boolean isOurs, @Nullable Job job) {}

    private Claimed claim(Caller caller, JobMessage message, UUID token) {
        var claimed = transactions.write(caller, () -> {
            var now = clock.instant();
            return rows.claim(caller.org(), message.jobId(), token, now.plus(Lease.TERM), now);
        });
        var job = transactions
                .read(caller, () -> rows.find(caller.org(), message.jobId()))
                .orElse(null);
        return new Claimed(claimed > 0, job);
    }

    private static Caller caller(JobMessage message) {
        var worker = new Actor.Worker(message.jobId(), message.kind().toString());
        return new Caller(message.organizationId(), worker, Set.of(), message.traceId(), null, null);
    }

    private static Verdict notOurs(JobMessage message, @Nullable Job job) {
        if (job == null) {
            LOG.warn("Job {} is not known and its message is left to the dead-letter queue", message.jobId());
            return Verdict.AGAIN;
        }
        return job.status() == JobStatus.RETRYING || job.status() == JobStatus.QUEUED ? Verdict.AGAIN : Verdict.TAKEN;
    }

    private Verdict work(Lease lease) {
        var job = lease.job();
        var worker = workers.get(job.kind());
        if (worker == null) {
            throw new IllegalStateException("No worker here for " + job.kind());
        }
        if (job.attemptCount() > ATTEMPTS) {
            fail(lease, worker, "GAVE_UP", "The work was begun " + ATTEMPTS + " times and never ended.");
            return Verdict.TAKEN;
        }
        var heartbeat = scheduler.scheduleAtFixedRate(HEARTBEAT, HEARTBEAT, lease::renew);
        try {
            worker.work(lease);
            if (!lease.hasEnded()) {
                throw new IllegalStateException(job.kind() + " was left without an end");
            }
            return Verdict.TAKEN;
        } catch (JobFailure failure) {
            fail(lease, worker, failure.code(), failure.getMessage());
            return Verdict.TAKEN;
        } catch (Lease.LeaseLost lost) {
            LOG.info("Job {} {} is in other hands now", job.kind(), job.jobId());
            return Verdict.TAKEN;
        } catch (Exception failure) {
            return again(lease, worker, failure);
        } finally {
            heartbeat.cancel(false);
        }
    }

    private Verdict again(Lease lease, JobWorker worker, Exception failure) {
        var job = lease.job();
        LOG.warn("Job {} {} failed at attempt {}", job.kind(), job.jobId(), job.attemptCount(), failure);
        if (job.attemptCount() >= ATTEMPTS) {
            fail(lease, worker, "GAVE_UP", "The work failed " + ATTEMPTS + " times.");
            return Verdict.TAKEN;
        }
        lease.retry("The work failed and will be tried again.", PAUSES.get(job.attemptCount() - 1));
        return Verdict.AGAIN;
    }

    private static void fail(Lease lease, JobWorker worker, String code, String message) {
        try {
            lease.fail(code, message, () -> worker.failed(lease.caller(), lease.job(), message));
        } catch (Lease.LeaseLost lost) {
            LOG.info(
                    "Job {} {} is in other hands now",
                    lease.job().kind(),
                    lease.job().jobId());
        }
    }

    private @Nullable JobMessage parsed(String body) {
        try {
            return json.readValue(body, JobMessage.class);
        } catch (IOException notAMessage) {
            return null;
        }
    }
}
