package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Thousands of almost right requests to every operation that the API describes, by someone who may do everything.
/// None is a failure of ours, and every answer is one that the description allows.
@Tag("fault")
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("standard.fuzz.requests", 1_500);
    private static final long SEED = Long.getLong("standard.fuzz.seed", 7);

    /// Would end the session, or the organization, on which the other requests stand.
    private static final Set<String> ENDING = Set.of("post /api/v1/auth/sign-out", "put /api/v1/tenants/{tenantId}");

    private final Neighbourhood town = Neighbourhood.instance();

    @Test
    void everyAnswerToAnOddRequestIsADescribedOne() throws IOException {
        var judge = new Judge(town.document());
        var found = new TreeMap<String, String>();
        var statuses = new TreeMap<Integer, Integer>();
        try (var wire = new Wire(town.address())) {
            var fuzzer = new Fuzzer(SEED, Harvest.of(town, wire));
            var operations = town.operations();
            for (int i = 0; i < REQUESTS; i++) {
                var operation = operations.get(i % operations.size());
                var ending = operation.method().equals("delete") || ENDING.contains(operation.toString());
                if (!operation.path().endsWith("/sign-out")) {
                    var request = fuzzer.request(operation, town.credentials(operation), ending);
                    var answer = wire.send(request);
                    statuses.merge(answer.status(), 1, Integer::sum);
                    for (var fault : judge.faults(operation, answer)) {
                        found.putIfAbsent(
                                operation + ": " + fault.replaceAll("[0-9a-f-]{36}", "(id)"),
                                request + "\n   -> " + answer.status() + " " + shown(answer));
                    }
                }
            }
        }
        assertThat(report(found)).as("seed " + SEED + ", answers " + statuses).isEmpty();
        assertThat(statuses.get(200)).as("requests that went well").isGreaterThan(REQUESTS / 10);
    }

    private static List<String> report(Map<String, String> found) {
        var lines = new ArrayList<String>();
        found.forEach((fault, example) -> lines.add(fault + "\n   " + example + "\n"));
        return lines;
    }

    private static String shown(Wire.Answer answer) {
        var text = answer.text();
        return text.substring(0, Math.min(text.length(), 500));
    }
}
