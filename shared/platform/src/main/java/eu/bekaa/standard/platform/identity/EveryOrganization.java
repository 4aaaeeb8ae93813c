package eu.bekaa.standard.platform.identity;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what a schedule owes to each active organization; one organization's trouble does not keep the others from
/// theirs.
@Singleton
public class EveryOrganization {
    private static final Logger LOG = LoggerFactory.getLogger(EveryOrganization.class);

    private final IdentityRows rows;
    private final Transactions transactions;

    EveryOrganization(IdentityRows rows, Transactions transactions) {
        this.rows = rows;
        this.transactions = transactions;
    }

    /// @param schedule the product itself
    /// @param task     what is done, for the log
    /// @param work     is given the product within the organization, and opens its own transactions
    public void each(Caller schedule, String task, Consumer<Caller> work) {
        for (var organization : transactions.read(schedule, rows::activeOrganizations)) {
            try {
                work.accept(schedule.within(organization));
            } catch (RuntimeException trouble) {
                LOG.warn("{} of organization {} failed", task, organization, trouble);
            }
        }
    }
}
