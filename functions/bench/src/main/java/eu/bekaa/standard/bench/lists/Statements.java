package eu.bekaa.standard.bench.lists;

import eu.bekaa.standard.bench.Bar;
import eu.bekaa.standard.bench.Benchmark;
import eu.bekaa.standard.bench.Machine;
import eu.bekaa.standard.bench.platform.Seed;
import eu.bekaa.standard.bench.platform.Wire;
import eu.bekaa.standard.testing.CountingDriver;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// How many statements a reading request sends, over few rows and over many.
public final class Statements implements Benchmark {
    private static final List<String> EDGE = List.of("set_config(", "_caller(", "count_request(");
    private static final String ALIVE = "SELECT 1";
    private static final int MOST = 4;
    private static final int MOST_OF_A_CHANGE = 8;
    private static final int FEW = 10;
    private static final int MANY = 200;

    @Override
    public String title() {
        return "SQL statements";
    }

    @Override
    public String explanation() {
        return """
                Statements that each GET of the served API document sends, for assessments of %d items and of %d: who calls, how often, and the setting \
                of the organization not counted. The first lines say how many operations send how many; after them stand those that send more \
                than %d, or more for more rows. One that records something by contract is a change and has %d. The changes proper are held to their \
                numbers by a test of their own.""".formatted(FEW, MANY, MOST, MOST_OF_A_CHANGE);
    }

    /// The statements of one request.
    /// @param records whether some of them write
    private record Sent(int count, boolean records) {
        static Sent of(List<String> statements) {
            return new Sent(
                    statements.size(),
                    statements.stream().anyMatch(sql -> sql.stripLeading().startsWith("INSERT")));
        }

        int most() {
            return records ? MOST_OF_A_CHANGE : MOST;
        }
    }

    @Override
    public List<Row> run() throws Exception {
        try (var context = ApplicationContext.run(Map.of(
                        "datasources.default.driver-class-name",
                        CountingDriver.class.getName(),
                        "micronaut.server.port",
                        -1));
                var server = context.getBean(EmbeddedServer.class).start();
                var wire = new Wire(server.getPort());
                var owner = TestDatabase.instance().owner()) {
            var tenants = context.getBean(Tenants.class);
            var few = tenants.create();
            var many = tenants.create();
            var seed = new Seed(owner.getMetaData().getURL());
            seed.catalog();
            seed.assessments(few.organizationId(), "few", 1, 2, FEW);
            seed.assessments(many.organizationId(), "many", 1, 2, MANY);
            return rows(counts(wire, few, "few"), counts(wire, many, "many"));
        }
    }

    private static Map<String, Sent> counts(Wire wire, Tenant tenant, String salt) throws IOException {
        wire.send(Wire.request("GET", "/openapi.json", ""));
        var operations = new Operations(wire.body(), KnownIds.of(tenant.organizationId(), salt)).all();
        var secret = tenant.secrets().get(tenant.platformAdmin().actor().id());
        var cookie = "Cookie: standard-native-auth.session_token=" + secret;
        var counts = new LinkedHashMap<String, Sent>();
        for (var operation : operations) {
            var request = Wire.request("GET", operation.forms().getFirst(), "", cookie);
            wire.send(request);
            CountingDriver.SENT.clear();
            if (wire.send(request) == 200) {
                counts.put(
                        operation.path(),
                        Sent.of(CountingDriver.SENT.stream()
                                .filter(sql -> !sql.equals(ALIVE))
                                .filter(sql -> EDGE.stream().noneMatch(sql::contains))
                                .toList()));
            }
        }
        return counts;
    }

    private static List<Row> rows(Map<String, Sent> few, Map<String, Sent> many) {
        var rows = new ArrayList<Row>();
        var spread = new TreeMap<Integer, Integer>();
        many.values().forEach(sent -> spread.merge(sent.count(), 1, Integer::sum));
        spread.forEach((count, operations) ->
                rows.add(new Row(count + " statements", operations + " operations", "", "", "", "", Machine.load())));
        many.forEach((path, sent) -> {
            int count = sent.count();
            int before = few.getOrDefault(path, sent).count();
            if (count > MOST || count != before) {
                rows.add(new Row(
                        "`" + path.replace("/api/v1", "") + "`" + (sent.records() ? ", which records" : ""),
                        count + " of " + MANY + " rows",
                        before + " of " + FEW + " rows",
                        String.format(Locale.ROOT, "%.2f", (double) count / before),
                        Bar.atMost(sent.most()).verdict(count) + (count == before ? "" : ", same **missed**"),
                        "",
                        Machine.load()));
            }
        });
        return rows;
    }
}
