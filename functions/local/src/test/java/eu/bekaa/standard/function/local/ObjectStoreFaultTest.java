package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.local.Relay.Ailment;
import eu.bekaa.standard.function.local.demo.Answers;
import eu.bekaa.standard.function.local.demo.Api;
import eu.bekaa.standard.function.local.demo.StarterCatalog;
import eu.bekaa.standard.testing.Dose;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The object store is away, slow, forgetful or lies, while documents are uploaded and read: what is refused is told,
/// and what is accepted is kept byte for byte and indexed once the store is well again.
@Tag("fault")
class ObjectStoreFaultTest {
    private static final List<Ailment> AILMENTS = Arrays.stream(Ailment.values())
            .filter(ailment -> ailment != Ailment.NONE)
            .toList();
    private static final int SHORTEST_MILLIS = 300;
    private static final int LONGEST_MILLIS = 1_200;
    private static final int CALM_MILLIS = 1_500;
    private static final int REST_SECONDS = 300;

    @TempDir
    Path home;

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void whatIsAcceptedIsKeptAndIndexedWhateverTheStoreDoes() throws Exception {
        var dose = Dose.of("object store refused, 503, hanging, slow, truncated, wrong bytes, 404 after PUT", 7, 140);
        var random = dose.random();
        var plan = new ArrayList<Ailment>();
        for (int time = 0; time < dose.times(); time++) {
            plan.add(AILMENTS.get(time % AILMENTS.size()));
        }
        Collections.shuffle(plan, random);
        try (var platform = new FaultyPlatform(home)) {
            var journey = platform.journey();
            var assessor = platform.signIn(People.ASSESSOR);
            var version =
                    journey.importWorkbook(StarterCatalog.workbook(), "Starter").get("scf_version_id");
            var path = "/api/v1/assessments/" + journey.open("Documents", version) + "/documents";
            var invariants = new Invariants(platform);
            var uploads = new ArrayList<CompletableFuture<Void>>();
            var documents = Collections.synchronizedList(new ArrayList<String>());
            for (int time = 0; time < plan.size(); time++) {
                var name = "rule-" + time + ".md";
                if (time % 2 == 1) {
                    // the upload is done, its work is not
                    upload(assessor, path, "before-" + name, documents, dose);
                }
                platform.objects().suffer(plan.get(time));
                uploads.add(CompletableFuture.runAsync(() -> upload(assessor, path, name, documents, dose)));
                pause(SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS));
                platform.objects().suffer(Ailment.NONE);
                pause(CALM_MILLIS);
                dose.lost(invariants.broken());
            }
            uploads.forEach(CompletableFuture::join);
            // what failed once is begun again when its message is: later than a plain build can wait
            dose.lost(dose.isSmall() ? invariants.broken() : invariants.brokenAtRest(REST_SECONDS));
            var well = dose.isSmall() ? "status <> 'failed'" : "status = 'embedded'";
            try (var ledger = platform.ledger()) {
                var there = ledger.texts("SELECT document_id FROM document WHERE " + well);
                documents.stream()
                        .filter(id -> !there.contains(id))
                        .forEach(id -> dose.lost("document " + id + " was accepted, and is not there or failed"));
            }
            var harmed = platform.objects().harmed();
            dose.report(
                    plan.size(),
                    "%,d documents accepted, %,d refused by 503; %,d requests to the store harmed"
                            .formatted(accepted.get(), refused.get(), harmed));
            assertThat(harmed).isPositive();
        }
    }

    private void upload(Api assessor, String path, String name, List<String> documents, Dose dose) {
        var text = ("Access of " + name + " is reviewed.").getBytes(StandardCharsets.UTF_8);
        try {
            var answer = assessor.upload(path, name, "text/markdown", text, Map.of("document_type", "policy"));
            documents.add(Answers.text(Answers.nested(answer, "document"), "document_id"));
            accepted.incrementAndGet();
        } catch (IllegalStateException told) {
            refused.incrementAndGet();
            if (!String.valueOf(told.getMessage()).contains("answered 503")) {
                dose.lost("an upload ended otherwise than by 503: " + told.getMessage());
            }
        } catch (UncheckedIOException unanswered) {
            dose.lost("an upload was not answered: " + unanswered.getMessage());
        }
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
