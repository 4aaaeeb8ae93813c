package eu.bekaa.standard.bench.webhooks;

import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Duel;
import eu.bekaa.standard.bench.Machine;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Fifty webhooks told of forty events each.
public final class Webhooks implements Benchmark {
    private static final int WEBHOOKS = 50;
    private static final int PER_SECOND = 3000;

    @Override
    public String title() {
        return "Webhooks";
    }

    @Override
    public String explanation() {
        return """
                Forty events to each of %d webhooks over loopback, by sixteen workers as on the local platform: two signatures a call, every outcome recorded \
                durably, in the order of the events. Measured is the calling, from the first job to the last recorded outcome. The floor signs, calls \
                and records the same with as many threads and hand-written JDBC. *One hangs* has a webhook among the %d that never answers and waits \
                for its timeout of 10 seconds; its figure is the rate of the others, its peer the rate where none hangs.""".formatted(WEBHOOKS, WEBHOOKS);
    }

    @Override
    public List<String> jvm() {
        return List.of("-Xmx1g", "-D" + TestDatabase.DURABLE + "=true");
    }

    @Override
    public List<Row> run() throws Exception {
        try (var context = ApplicationContext.run(Map.of("standard.outbound.reach", "any"), "local");
                var receiver = new Receiver()) {
            var address = "http://localhost:" + receiver.port() + "/";
            var all = new Deliverers(context, Collections.nCopies(WEBHOOKS, address));
            var floor = new RawDeliveries(receiver.port());
            var rate = Duel.of("/s", all::perSecond, floor::perSecond);
            var urls = new ArrayList<>(Collections.nCopies(WEBHOOKS - 1, address));
            urls.add(address + "hang");
            var one = new Deliverers(context, urls);
            var hanging = Duel.of(3, "/s", one::perSecond, all::perSecond);
            return List.of(
                    rate.row(
                            "Deliveries, signed and recorded",
                            "signed, sent, recorded",
                            Bar.atLeast(PER_SECOND)
                                    .in("/s")
                                    .verdict(rate.product().median())),
                    hanging.row("One of 50 hangs: the others", "none hangs", Bar.atLeast(0.95)),
                    new Row(
                            "Memory after that",
                            Machine.residentMegabytes(ProcessHandle.current().pid()) + " MB",
                            "",
                            "",
                            "",
                            "",
                            Machine.load()));
        }
    }
}
