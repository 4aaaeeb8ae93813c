package eu.bekaa.standard.queue;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The right to work at a job. It is renewed while its holder lives; when it lapses, another may take the job over, and
/// this holder's `complete` then changes nothing.
public final class Lease {
    static final Duration TERM = Duration.ofMinutes(2);

    private final Job job;
    private final UUID token;
    private final Caller caller;
    private final JobRows rows;
    private final Transactions transactions;
    private final Clock clock;
    private volatile boolean ended;

    Lease(Job job, UUID token, Caller caller, JobRows rows, Transactions transactions, Clock clock) {
        this.job = job;
        this.token = token;
        this.caller = caller;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Job job() {
        return job;
    }

    /// The worker, within the job's organization, under the trace id of the request that submitted the job.
    public Caller caller() {
        return caller;
    }

    /// Tells how far the work is, in the job's own units.
    public void progress(long done, long total) {
        mustHold(transactions.write(
                caller,
                () -> rows.progress(
                        caller.org(),
                        job.jobId(),
                        token,
                        done,
                        total,
                        clock.instant().plus(TERM))));
    }

    /// Commits the work's changes together with the job's success, once. The changes may submit further jobs.
    public void complete(Runnable changes) {
        end(JobStatus.SUCCEEDED, null, null, changes);
    }

    /// Ends the job without having had to do it.
    /// @param reason fit to be shown
    public void skip(String reason, Runnable changes) {
        end(JobStatus.SKIPPED, null, reason, changes);
    }

    void fail(String code, String message, Runnable changes) {
        end(JobStatus.FAILED, code, message, changes);
    }

    void retry(String message, Duration pause) {
        var now = clock.instant();
        transactions.write(
                caller,
                () -> rows.end(
                        caller.org(),
                        job.jobId(),
                        token,
                        JobStatus.RETRYING,
                        "RETRYING",
                        message,
                        now.plus(pause),
                        null));
        ended = true;
    }

    void renew() {
        transactions.write(
                caller,
                () -> rows.renew(
                        caller.org(), job.jobId(), token, clock.instant().plus(TERM)));
    }

    boolean hasEnded() {
        return ended;
    }

    private void end(JobStatus status, @Nullable String code, @Nullable String message, Runnable changes) {
        var now = clock.instant();
        transactions.write(caller, () -> {
            mustHold(rows.end(caller.org(), job.jobId(), token, status, code, message, now, now));
            changes.run();
            return status;
        });
        ended = true;
    }

    private static void mustHold(int rows) {
        if (rows == 0) {
            throw new LeaseLost();
        }
    }

    /// Somebody else has the job now, or it has ended.
    static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeaseLost() {
            super("The lease was lost.", null, false, false);
        }
    }
}
