package eu.bekaa.standard.bench.audit;

import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Duel;
import eu.bekaa.standard.bench.Machine;
import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the chain adds to a change, and how fast it is checked.
public final class AuditLogs implements Benchmark {
    private static final int RECORDS = 200_000;
    private static final double TURN_SECONDS = 1;

    @Override
    public String title() {
        return "Audit log";
    }

    @Override
    public String explanation() {
        return """
                *Audited writes*: a transaction of one inserted row through the product's transaction entry, with its audit record and without, \
                every commit on the disk. Within one organization the chain makes commits follow each other, since each record carries the hash of \
                the one before: that figure is published and has no bar. *Verification* walks a chain of %,d records, computes every hash again and \
                compares links, gaps and the head; the floor reads the same rows by COPY and takes one SHA-256 of each.""".formatted(RECORDS);
    }

    @Override
    public List<String> jvm() {
        return List.of("-Xmx1g", "-D" + TestDatabase.DURABLE + "=true");
    }

    @Override
    public List<Row> run() throws Exception {
        var rows = new ArrayList<Row>();
        try (var context = ApplicationContext.run(Map.of("datasources.default.maximum-pool-size", 40))) {
            var writes = new Writes(context);
            var bar = Bar.atLeast(0.4);
            rows.add(writes(writes, "1 connection", 1, 1).row("Audited writes, 1 connection", "not audited", bar));
            rows.add(writes(writes, "8", 8, 8)
                    .row("Audited writes, 8 connections, an organization each", "not audited", bar));
            rows.add(writes(writes, "32", 32, 32)
                    .row("Audited writes, 32 connections, an organization each", "not audited", bar));
            rows.add(writes(writes, "32 in one", 32, 1)
                    .row("Audited writes, 32 connections, one organization", "not audited", "published"));
            rows.addAll(verification(context));
        }
        return rows;
    }

    private static Duel writes(Writes writes, String name, int connections, int organizations) throws Exception {
        writes.audited(connections, organizations, TURN_SECONDS);
        return Duel.of(
                "/s",
                () -> writes.audited(connections, organizations, TURN_SECONDS),
                () -> writes.plain(connections, organizations, TURN_SECONDS));
    }

    private static List<Row> verification(ApplicationContext context) throws Exception {
        var log = context.getBean(AuditLog.class);
        var caller = Writes.organization();
        new Chain(context.getBean(Transactions.class), context).fill(caller, RECORDS);
        var floor = new HashFloor(caller.org());
        var duel = Duel.of(
                " rec/s",
                () -> {
                    long start = System.nanoTime();
                    var verification = log.verify(caller, Map.of());
                    if (!verification.status().equals("ok") || verification.recordCount() != RECORDS) {
                        throw new IllegalStateException("The chain does not verify: " + verification);
                    }
                    return RECORDS / ((System.nanoTime() - start) / 1e9);
                },
                () -> RECORDS / floor.seconds());
        var absolute = Bar.atLeast(500_000).in("rec/s");
        return List.of(
                duel.row("Verification", "COPY + SHA-256", Bar.atLeast(0.45)),
                new Row(
                        "Verification, absolute",
                        Duel.figure(duel.product().median()) + " rec/s",
                        Duel.figure(duel.floor().median()) + " rec/s (floor)",
                        "",
                        absolute.verdict(duel.product().median()),
                        "n=" + duel.product().count(),
                        Machine.load()),
                new Row(
                        "Memory after that",
                        String.format(
                                Locale.ROOT,
                                "%d MB",
                                Machine.residentMegabytes(
                                        ProcessHandle.current().pid())),
                        "",
                        "",
                        "",
                        "",
                        Machine.load()));
    }
}
