package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.assessments.Analysed.Line;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What lists and repeated requests promise while others are at work.
@MicronautTest(transactional = false)
class ConcurrencyTest {
    private static final long SEED = 20_261_121;

    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    Groundwork groundwork;

    @Inject
    Desk.Office office;

    private Conversation assessor;
    private Map<String, Object> wanted = Map.of();

    ConcurrencyTest(Http http, Tenants tenants) {
        var tenant = tenants.create();
        this.assessor = new Conversation(http, tenant, tenant.assessor());
    }

    @BeforeEach
    void aCatalog() {
        var elsewhere = groundwork.in(tenants.create().assessor());
        wanted = Map.of("name", "Annual assessment", "scf_version_id", elsewhere.scfVersionId());
    }

    @Test
    void aListIsReadWithoutGapsAndTwinsWhileOthersAddToIt() {
        var before = IntStream.range(0, 12).mapToObj(each -> create()).toList();
        var random = new Random(SEED);
        var seen = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var page = assessor.get(
                    "/assessments?limit=" + (1 + random.nextInt(4)) + (cursor == null ? "" : "&cursor=" + cursor));
            Conversation.rows(page, "data").forEach(each -> seen.add(text(each, "assessment_id")));
            cursor = next(page);
            var adding = IntStream.range(0, random.nextInt(3))
                    .mapToObj(each -> CompletableFuture.supplyAsync(this::create))
                    .toList();
            adding.forEach(CompletableFuture::join);
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates().containsExactlyElementsOf(before.reversed());
    }

    @Test
    void aListIsReadInItsOrderWhileItsRowsAreChanged() {
        var desk = office.desk(IntStream.rangeClosed(1, 15)
                .mapToObj(row -> Line.partial("ID.AM-" + row, "AST-" + row))
                .toArray(Line[]::new));
        var path = "/gap-analysis/" + text(desk.draftedGap(), "gap_analysis_version_id") + "/findings";
        var all = desk.assessor().list(path + "?limit=100");
        var random = new Random(SEED);
        var seen = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var changed = text(all.get(random.nextInt(all.size())), "gap_finding_id");
            desk.assessor().patch(200, "/gap-analysis/findings/" + changed, Map.of("impact", 1 + random.nextInt(6)));
            var page = desk.assessor().get(path + "?limit=4" + (cursor == null ? "" : "&cursor=" + cursor));
            Conversation.rows(page, "data").forEach(each -> seen.add(text(each, "gap_code")));
            cursor = next(page);
        } while (cursor != null);
        assertThat(seen)
                .containsExactlyElementsOf(
                        all.stream().map(each -> text(each, "gap_code")).toList());
    }

    @Test
    void std5_oneKeySentManyTimesAtOnceMakesOneThingAndEveryAnswerIsTheSame() {
        for (var key : List.of("first", "second")) {
            var answers = IntStream.range(0, 20)
                    .mapToObj(each -> CompletableFuture.supplyAsync(() -> send(key, wanted)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).extracting(HttpResponse::code).containsOnly(201);
            assertThat(answers)
                    .extracting(answer -> answer.getBody(String.class).orElse(""))
                    .containsOnly(answers.getFirst().getBody(String.class).orElseThrow());
            assertThat(answers)
                    .filteredOn(answer -> answer.header("Idempotent-Replayed") == null)
                    .hasSize(1);
        }
        var other = new HashMap<>(wanted);
        other.put("name", "Another");
        assertThat(send("first", other).code()).isEqualTo(409);
        assertThat(assessor.list("/assessments")).hasSize(2);
    }

    private HttpResponse<Map<String, Object>> send(String key, Map<String, Object> body) {
        var request = HttpRequest.POST("/api/v1/assessments", body).header("Idempotency-Key", key);
        return http.send(assessor.tenant().as(assessor.caller(), request));
    }

    private String create() {
        return text(assessor.post(201, "/assessments", wanted), "assessment_id");
    }

    @SuppressWarnings("unchecked")
    private static @Nullable String next(Map<String, Object> page) {
        var pagination = (Map<String, @Nullable Object>) page.get("pagination");
        return pagination == null ? null : (String) pagination.get("next_cursor");
    }
}
