package eu.bekaa.standard.bench.audit;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import io.micronaut.context.ApplicationContext;
import java.util.UUID;

/// A long chain, written by the product.
record Chain(Transactions transactions, ApplicationContext context) {
    private static final int IN_ONE = 2_000;

    void fill(Caller caller, int records) {
        var audit = context.getBean(Audit.class);
        for (int done = 0; done < records; done += IN_ONE) {
            transactions.write(caller, () -> {
                for (int i = 0; i < IN_ONE; i++) {
                    audit.record(
                            caller,
                            AuditEvent.of("poam.item_revised", UUID.randomUUID())
                                    .in(caller.org())
                                    .with("priority", "high")
                                    .with("row_version", i));
                }
                return caller;
            });
        }
    }
}
