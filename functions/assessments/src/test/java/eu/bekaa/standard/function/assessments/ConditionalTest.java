package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.code;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A client changes what it has seen, and nothing else (RFC 9110 §13.1.1).
@MicronautTest(transactional = false)
class ConditionalTest {
    @Inject
    Editable.Everything everything;

    @Inject
    Statement statement;

    @Inject
    Http http;

    private Statement.Case opening;
    private String version = "";

    @BeforeEach
    void aDraftedStatement() {
        opening = statement.open();
        version = opening.draft();
    }

    @Test
    void whatWasSeenCanBeChangedAndTheAnswerCarriesTheNextTag() {
        for (var thing : everything.all()) {
            var first = tag(thing.assessor(), thing.path());
            var changed = edit(thing, thing.one(), first);
            assertThat(changed.code()).as(thing.path()).isEqualTo(200);
            assertThat(changed.header("ETag")).as(thing.path()).isEqualTo(tag(thing.assessor(), thing.path()));
            assertThat(edit(thing, thing.other(), first).code())
                    .as(thing.path())
                    .isEqualTo(412);
            assertThat(edit(thing, thing.other(), changed.header("ETag")).code())
                    .as(thing.path())
                    .isEqualTo(200);
        }
    }

    @Test
    void aStaleTagIsRefusedInTheEnvelopeAndChangesNothing() {
        var stale = tag(opening.assessor, opening.assessmentPath());
        opening.assessor.patch(200, opening.assessmentPath(), Map.of("name", "Renamed meanwhile"));
        var refused = rename("Too late", stale);
        assertThat(refused.code()).isEqualTo(412);
        assertThat(code(Http.body(refused))).isEqualTo("PRECONDITION_FAILED");
        assertThat(opening.assessor.get(opening.assessmentPath())).containsEntry("name", "Renamed meanwhile");
    }

    @Test
    void aListAStarAndSeveralHeadersAreUnderstood() {
        var now = tag(opening.assessor, opening.assessmentPath());
        assertThat(rename("One of a list", "\"other\", " + now).code()).isEqualTo(200);
        assertThat(rename("Whatever it is", "*").code()).isEqualTo(200);
        var lines = patch("In the second line").header("If-Match", "\"other\"");
        lines.header("If-Match", tag(opening.assessor, opening.assessmentPath()));
        assertThat(send(opening.assessor, lines).code()).isEqualTo(200);
    }

    @Test
    void aWeakTagNeverMatchesAndGarbageIsNoTag() {
        var now = tag(opening.assessor, opening.assessmentPath());
        assertThat(rename("Weakly", "W/" + now).code()).isEqualTo(412);
        for (var garbage : List.of("nonsense", now + " " + now, "\"open", "W/*", ",")) {
            var answer = rename("Garbage", garbage);
            assertThat(answer.code()).as(garbage).isEqualTo(400);
            assertThat(code(Http.body(answer))).isEqualTo("VALIDATION_ERROR");
        }
        assertThat(tag(opening.assessor, opening.assessmentPath())).isEqualTo(now);
    }

    @Test
    void whatIsNotThereIsNotFoundWhateverTheCondition() {
        var nowhere = HttpRequest.PATCH("/api/v1/assessments/" + new java.util.UUID(1, 1), Map.of("name", "None"));
        assertThat(send(opening.assessor, nowhere.header("If-Match", "*")).code())
                .isEqualTo(404);
        var stranger = statement.stranger();
        assertThat(send(stranger, patch("Mine").header("If-Match", "*")).code()).isEqualTo(404);
    }

    @Test
    void submissionAndApprovalAreMeasuredByTheVersionTheyAreAbout() {
        var draft = tag(opening.assessor, "/soa/" + version);
        assertThat(post(opening.assessor, "/submit-review", Map.of(), "\"another\"")
                        .code())
                .isEqualTo(412);
        assertThat(post(opening.assessor, "/submit-review", Map.of(), draft).code())
                .isEqualTo(200);
        var approval = opening.approval(version);
        opening.approver.post(200, "/approvals/" + approval + "/approve", Map.of());
        var given = Map.of("approval_event_id", approval);
        assertThat(post(opening.approver, "/approve", given, draft).code()).isEqualTo(412);
        assertThat(opening.assessor.get("/soa/" + version)).containsEntry("status", "under_review");
        var submitted = tag(opening.assessor, "/soa/" + version);
        assertThat(post(opening.approver, "/approve", given, submitted).code()).isEqualTo(200);
    }

    @Test
    void aMoveIsMeasuredByItsAssessment() {
        var seen = tag(opening.assessor, opening.assessmentPath());
        opening.assessor.patch(200, opening.assessmentPath(), Map.of("name", "Renamed meanwhile"));
        var move = Map.of("next_state", "blocked", "reason", "The auditor is ill.");
        var path = "/api/v1" + opening.assessmentPath() + "/lifecycle/transition";
        assertThat(send(opening.assessor, HttpRequest.POST(path, move).header("If-Match", seen))
                        .code())
                .isEqualTo(412);
        var now = tag(opening.assessor, opening.assessmentPath());
        assertThat(send(opening.assessor, HttpRequest.POST(path, move).header("If-Match", now))
                        .code())
                .isEqualTo(200);
    }

    @Test
    void std5_aReplayIsTheFirstAnswerWhateverBecameOfTheResource() {
        var draft = tag(opening.assessor, "/soa/" + version);
        var path = "/api/v1/soa/" + version + "/submit-review";
        var first = send(
                opening.assessor,
                HttpRequest.POST(path, Map.of())
                        .header("Idempotency-Key", "submit " + version)
                        .header("If-Match", draft));
        var again = send(
                opening.assessor,
                HttpRequest.POST(path, Map.of())
                        .header("Idempotency-Key", "submit " + version)
                        .header("If-Match", draft));
        assertThat(first.code()).isEqualTo(200);
        assertThat(again.code()).isEqualTo(200);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(Http.body(again)).isEqualTo(Http.body(first));
    }

    @Test
    void aDeletionCanBeConditionalToo() {
        var stale = tag(opening.assessor, opening.assessmentPath());
        opening.assessor.patch(200, opening.assessmentPath(), Map.of("name", "Renamed meanwhile"));
        var path = "/api/v1" + opening.assessmentPath();
        assertThat(send(opening.approver, HttpRequest.DELETE(path).header("If-Match", stale))
                        .code())
                .isEqualTo(412);
        var now = tag(opening.assessor, opening.assessmentPath());
        assertThat(send(opening.approver, HttpRequest.DELETE(path).header("If-Match", now))
                        .code())
                .isEqualTo(204);
    }

    private HttpResponse<Map<String, Object>> rename(String name, String condition) {
        return send(opening.assessor, patch(name).header("If-Match", condition));
    }

    private MutableHttpRequest<?> patch(String name) {
        return HttpRequest.PATCH("/api/v1" + opening.assessmentPath(), Map.of("name", name));
    }

    private HttpResponse<Map<String, Object>> post(
            Conversation person, String verb, Map<String, ?> body, String condition) {
        return send(
                person, HttpRequest.POST("/api/v1/soa/" + version + verb, body).header("If-Match", condition));
    }

    private HttpResponse<Map<String, Object>> edit(Editable thing, Map<String, Object> body, String condition) {
        return send(
                thing.assessor(),
                HttpRequest.PATCH("/api/v1" + thing.path(), body).header("If-Match", condition));
    }

    private HttpResponse<Map<String, Object>> send(Conversation person, MutableHttpRequest<?> request) {
        return http.send(person.tenant().as(person.caller(), request));
    }

    private String tag(Conversation person, String path) {
        var tag = send(person, HttpRequest.GET("/api/v1" + path)).header("ETag");
        assertThat(tag).as(path).isNotNull();
        return tag;
    }
}
