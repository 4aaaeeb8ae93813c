package eu.bekaa.standard.queue;

import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Accepts work. What is submitted within a transaction is there when it commits, and gone when it is rolled back; the
/// queue hears of it after the commit, and again from the [JobSweep] if that message was lost.
@Singleton
public class Jobs {
    private final JobRows rows;
    private final Doorbell doorbell;
    private final Transactions transactions;
    private final Ids ids;
    private final Clock clock;

    Jobs(JobRows rows, Doorbell doorbell, Transactions transactions, Ids ids, Clock clock) {
        this.rows = rows;
        this.doorbell = doorbell;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /// Accepts a job within the caller's transaction.
    /// @param subject what the job is about
    /// @param payload what its worker must know besides
    /// @return the job's id
    @Transactional
    public UUID submit(Caller caller, Queue queue, JobKind kind, UUID subject, Map<String, String> payload) {
        return submit(caller, queue, kind, subject, payload, Duration.ZERO);
    }

    /// Accepts a job that is not to be begun before a pause is over.
    /// @param pause up to 15 minutes
    @Transactional
    public UUID submit(
            Caller caller, Queue queue, JobKind kind, UUID subject, Map<String, String> payload, Duration pause) {
        var now = clock.instant();
        var begin = now.plus(pause);
        var job = rows.save(new Job(
                ids.next(),
                caller.org(),
                queue,
                kind,
                subject,
                JobStatus.QUEUED,
                payload,
                0,
                null,
                null,
                begin,
                begin,
                null,
                null,
                0,
                0,
                caller.traceId(),
                caller.actor().id(),
                now,
                null,
                null));
        var message = new JobMessage(job.jobId(), job.organizationId(), kind, job.traceId());
        transactions.afterCommit(() -> doorbell.ring(queue, message, pause));
        return job.jobId();
    }

    @ReadOnly
    public Optional<Job> find(Caller caller, UUID jobId) {
        return rows.find(caller.org(), jobId);
    }

    /// The jobs about a subject, oldest first.
    @ReadOnly
    public List<Job> ofSubject(Caller caller, UUID subject) {
        return ofSubjects(caller, List.of(subject));
    }

    /// The jobs about any of the subjects, oldest first.
    @ReadOnly
    public List<Job> ofSubjects(Caller caller, Collection<UUID> subjects) {
        return subjects.isEmpty() ? List.of() : rows.ofSubjects(caller.org(), subjects);
    }

    /// Whether any job about the subjects has not ended.
    @ReadOnly
    public boolean unfinished(Caller caller, Collection<UUID> subjects) {
        return ofSubjects(caller, subjects).stream()
                .anyMatch(job -> !job.status().isFinal());
    }

    /// Calls off what has not been begun about a subject.
    @Transactional
    public void cancel(Caller caller, UUID subject) {
        rows.cancel(caller.org(), subject, clock.instant());
    }
}
