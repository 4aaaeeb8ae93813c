package eu.bekaa.standard.platform.proof;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the schedule does every hour: signs the logs that have grown. Twice or late is harmless.
@Singleton
public class Sealing {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final SealedRows rows;
    private final AuditProofs proofs;
    private final Transactions transactions;

    Sealing(SealedRows rows, AuditProofs proofs, Transactions transactions) {
        this.rows = rows;
        this.proofs = proofs;
        this.transactions = transactions;
    }

    /// One organization's trouble does not keep the others from being sealed.
    /// @param schedule the product itself
    public void seal(Caller schedule) {
        for (var organization : transactions.read(schedule, rows::organizations)) {
            var caller =
                    new Caller(organization, schedule.actor(), schedule.permissions(), schedule.traceId(), null, null);
            try {
                if (proofs.hasGrown(caller)) {
                    proofs.sign(caller);
                }
            } catch (Refusal refused) {
                LOG.warn("The log of organization {} is not signed: {}", organization, refused.getMessage());
            }
        }
    }
}
