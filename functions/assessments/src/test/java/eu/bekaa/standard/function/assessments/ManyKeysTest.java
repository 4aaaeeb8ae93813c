package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;

import eu.bekaa.standard.testing.Dose;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.OwnerSql;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Idempotency keys and versions while everybody wants the same thing at once (STD-5).
@Tag("fault")
@MicronautTest(transactional = false)
class ManyKeysTest {
    private static final Executor EACH_ITS_OWN = Executors.newVirtualThreadPerTaskExecutor();
    private static final int REPEATED = 20;
    private static final int WRITERS = 50;

    private final Http http;
    private final Conversation assessor;
    private final Object version;

    ManyKeysTest(Http http, Tenants tenants, Groundwork groundwork) {
        var tenant = tenants.create();
        this.http = http;
        this.assessor = new Conversation(http, tenant, tenant.assessor());
        this.version = groundwork.in(tenants.create().assessor()).scfVersionId();
    }

    @Test
    void std5_eachKeyMakesOneThingHoweverOftenItIsSent() {
        var dose = Dose.of("idempotency keys sent 20 times at once, and again with another body", 5, 1_000);
        var made = new HashSet<String>();
        for (int number = 0; number < dose.times(); number++) {
            var key = "key-" + number;
            var answers = atOnce(REPEATED, () -> open(key, "Assessment " + key));
            var bodies = new HashSet<String>();
            int fresh = 0;
            for (var answer : answers) {
                bodies.add(answer.code() + " " + answer.getBody(String.class).orElse(""));
                fresh += answer.header("Idempotent-Replayed") == null ? 1 : 0;
            }
            if (bodies.size() != 1 || fresh != 1 || answers.getFirst().code() != 201) {
                dose.lost(key + ": " + fresh + " answers were fresh, and they differ: " + bodies);
                continue;
            }
            made.add(text(Http.body(answers.getFirst()), "assessment_id"));
            if (open(key, "Another " + key).code() != 409) {
                dose.lost(key + " was taken for another body");
            }
        }
        var there = OwnerSql.count(
                "SELECT count(*) FROM assessment WHERE organization_id = ?",
                assessor.tenant().organizationId());
        if (there != dose.times() || made.size() != dose.times()) {
            dose.lost(
                    there + " assessments are there, " + made.size() + " were told of, for " + dose.times() + " keys");
        }
        dose.report(dose.times(), "%,d requests; one resource per key, answers equal".formatted(dose.times() * 21));
    }

    @Test
    void ofManyWritersOfAVersionOneWins() {
        var dose = Dose.of("50 writers of one version at once", 3, 200);
        for (int object = 0; object < dose.times(); object++) {
            var id = text(Http.body(open("object-" + object, "Object " + object)), "assessment_id");
            var path = "/api/v1/assessments/" + id;
            var tag = String.valueOf(send(HttpRequest.GET(path)).header("ETag"));
            var statuses = new HashMap<Integer, Integer>();
            atOnce(
                            WRITERS,
                            () -> send(HttpRequest.PATCH(
                                            path,
                                            Map.of(
                                                    "name",
                                                    Thread.currentThread().toString()))
                                    .header("If-Match", tag)))
                    .forEach(answer -> statuses.merge(answer.code(), 1, Integer::sum));
            if (!statuses.equals(Map.of(200, 1, 412, WRITERS - 1))) {
                dose.lost("of the writers of " + path + " were answered " + statuses);
            }
        }
        dose.report(
                dose.times(),
                "%,d edits; one winner per version, 412 for the others".formatted(dose.times() * WRITERS));
    }

    private HttpResponse<Map<String, Object>> open(String key, String name) {
        return send(HttpRequest.POST("/api/v1/assessments", Map.of("name", name, "scf_version_id", version))
                .header("Idempotency-Key", key));
    }

    private HttpResponse<Map<String, Object>> send(MutableHttpRequest<?> request) {
        return http.send(assessor.tenant().as(assessor.caller(), request));
    }

    private interface Sending {
        HttpResponse<Map<String, Object>> send();
    }

    private static List<HttpResponse<Map<String, Object>>> atOnce(int times, Sending sending) {
        return IntStream.range(0, times)
                .mapToObj(each -> CompletableFuture.supplyAsync(sending::send, EACH_ITS_OWN))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }
}
