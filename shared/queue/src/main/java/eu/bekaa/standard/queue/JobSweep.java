package eu.bekaa.standard.queue;

import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings again for work that nobody is at: its message was lost, its worker died, or its time to try again has come.
/// Run every minute by the schedule, and at the start of a platform in one process.
@Singleton
public class JobSweep {
    private static final Logger LOG = LoggerFactory.getLogger(JobSweep.class);
    private static final String SILENCE = "45 seconds";
    private static final int MOST = 500;

    private final JobRows rows;
    private final Doorbell doorbell;
    private final Transactions transactions;
    private final Clock clock;

    JobSweep(JobRows rows, Doorbell doorbell, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.doorbell = doorbell;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Rings once the transaction has committed: a worker that heard it sooner would still see the old lease, and take
    /// the work for someone else's.
    /// @return how many jobs were rung for
    @Transactional
    public int sweep(Caller caller) {
        var due = rows.due(clock.instant(), SILENCE, MOST);
        for (var job : due) {
            var message = new JobMessage(job.jobId(), job.organizationId(), job.kind(), job.traceId());
            transactions.afterCommit(() -> doorbell.ring(job.queue(), message));
        }
        if (!due.isEmpty()) {
            LOG.info("Rang again for {} jobs", due.size());
        }
        return due.size();
    }

    /// For a platform in one process that has just started: no lease is held by anyone alive, so all unfinished work is
    /// due.
    @Transactional
    public int resume(Caller caller) {
        rows.abandonLeases(clock.instant());
        return sweep(caller);
    }
}
