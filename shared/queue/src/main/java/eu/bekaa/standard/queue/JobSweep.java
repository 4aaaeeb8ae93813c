package eu.bekaa.standard.queue;

import static java.util.stream.Collectors.groupingBy;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.queue.JobRows.Due;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/// Rings again for work that nobody is at: its message was lost, its worker died, or its time to try again has come.
/// Run every minute by the schedule, and at the start of a platform in one process.
@Singleton
public class JobSweep {
    private static final Logger LOG = LoggerFactory.getLogger(JobSweep.class);
    private static final String SILENCE = "45 seconds";
    private static final int ROUND = 500;
    private static final int MOST = 40 * ROUND;

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

    /// Rings for all that is due, however much an outage has left, and for nothing while the queues are away: what
    /// was not rung for stays due. A round is rung for once it is committed: a worker that heard it sooner would
    /// still see the old lease, and take the work for someone else's.
    /// @return how many jobs were rung for
    public int sweep(Caller caller) {
        try {
            doorbell.look(Queue.INGESTION);
        } catch (SdkException away) {
            LOG.warn("The queues are away; the work that waits is rung for when they are back", away);
            return 0;
        }
        int rung = 0;
        List<Due> due;
        do {
            due = transactions.write(caller, () -> rows.due(clock.instant(), SILENCE, ROUND));
            due.stream().collect(groupingBy(Due::queue)).forEach(this::ring);
            rung += due.size();
        } while (due.size() == ROUND && rung < MOST);
        if (rung > 0) {
            LOG.info("Rang again for {} jobs", rung);
        }
        return rung;
    }

    /// For a platform in one process that has just started: no lease is held by anyone alive, so all unfinished work is
    /// due.
    public int resume(Caller caller) {
        transactions.write(caller, () -> rows.abandonLeases(clock.instant()));
        return sweep(caller);
    }

    private void ring(Queue queue, List<Due> jobs) {
        var messages = jobs.stream()
                .map(job -> new JobMessage(job.jobId(), job.organizationId(), job.kind(), job.traceId()))
                .toList();
        try {
            doorbell.ring(queue, messages);
        } catch (SdkException unheard) {
            LOG.warn("{} jobs for {} could not be rung for; the next sweeps do", jobs.size(), queue, unheard);
        }
    }
}
