package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.code;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Of several changes that were begun on the same state, one is made; the others are told.
@MicronautTest(transactional = false)
class LostUpdateTest {
    @Inject
    Editable.Everything everything;

    @Inject
    Statement statement;

    @Inject
    Http http;

    @Test
    void ofTwoEditsAtOnceOneWinsAndTheOtherIsAConflict() {
        for (var thing : everything.all()) {
            var answers = atOnce(thing, patch(thing, thing.one()), patch(thing, thing.other()));
            oneWins(thing.path(), answers, 409, "CONFLICT");
        }
    }

    @Test
    void ofTwoEditsUnderTheSameTagTheOtherFailsItsPrecondition() {
        for (var thing : everything.all()) {
            var tag = tag(thing);
            var answers = atOnce(
                    thing,
                    patch(thing, thing.one()).header("If-Match", tag),
                    patch(thing, thing.other()).header("If-Match", tag));
            oneWins(thing.path(), answers, 412, "PRECONDITION_FAILED");
        }
    }

    @Test
    void ofManyEditsUnderTheSameTagExactlyOneWins() {
        var thing = everything.all().get(2);
        for (var body : List.of(thing.one(), thing.other(), thing.one())) {
            var tag = tag(thing);
            var requests = IntStream.range(0, 5)
                    .mapToObj(each -> patch(thing, body).header("If-Match", tag))
                    .toArray(MutableHttpRequest<?>[]::new);
            oneWins(thing.path(), atOnce(thing, requests), 412, "PRECONDITION_FAILED");
        }
    }

    @Test
    void ofTwoSubmissionsAtOnceOneWins() {
        var opening = statement.open();
        var version = opening.draft();
        var answers =
                twice(opening.ground.assessmentId(), opening.assessor, "/soa/" + version + "/submit-review", Map.of());
        oneWins("submit", answers, 409, "SOA_VERSION_IMMUTABLE");
    }

    @Test
    void std114_ofTwoApprovalsOfAVersionAtOnceOneWins() {
        var opening = statement.open();
        var version = opening.draft();
        opening.submit(version);
        var approval = opening.approval(version);
        oneWins(
                "decide",
                twice(
                        opening.ground.assessmentId(),
                        opening.approver,
                        "/approvals/" + approval + "/approve",
                        Map.of("reason", "Fine.")),
                409,
                "CONFLICT");
        oneWins(
                "approve",
                twice(
                        opening.ground.assessmentId(),
                        opening.approver,
                        "/soa/" + version + "/approve",
                        Map.of("approval_event_id", approval)),
                409,
                "SOA_VERSION_IMMUTABLE");
        assertThat(opening.assessor.get("/soa/" + version)).containsEntry("status", "approved");
    }

    @Test
    void std33_ofTwoMovesAtOnceOneWinsAndOneEventIsAppended() {
        var opening = statement.open();
        var answers = twice(
                opening.ground.assessmentId(),
                opening.assessor,
                opening.assessmentPath() + "/lifecycle/transition",
                Map.of("next_state", "blocked", "reason", "The auditor is ill."));
        oneWins("move", answers, 409, "INVALID_STATE_TRANSITION");
        assertThat(opening.assessor.list(opening.assessmentPath() + "/lifecycle/events"))
                .hasSize(1);
    }

    private List<HttpResponse<Map<String, Object>>> twice(
            UUID assessment, Conversation person, String path, Map<String, ?> body) {
        var uri = "/api/v1" + path;
        return atOnce(assessment, person, HttpRequest.POST(uri, body), HttpRequest.POST(uri, body));
    }

    private List<HttpResponse<Map<String, Object>>> atOnce(Editable thing, MutableHttpRequest<?>... requests) {
        return atOnce(thing.assessment(), thing.assessor(), requests);
    }

    private List<HttpResponse<Map<String, Object>>> atOnce(
            UUID assessment, Conversation person, MutableHttpRequest<?>... requests) {
        var sent = new ArrayList<Supplier<HttpResponse<Map<String, Object>>>>();
        for (var request : requests) {
            sent.add(() -> http.send(person.tenant().as(person.caller(), request)));
        }
        return Rush.on(assessment, sent);
    }

    private static MutableHttpRequest<?> patch(Editable thing, Map<String, Object> body) {
        return HttpRequest.PATCH("/api/v1" + thing.path(), body);
    }

    private String tag(Editable thing) {
        var person = thing.assessor();
        var shown = http.send(person.tenant().as(person.caller(), HttpRequest.GET("/api/v1" + thing.path())));
        assertThat(shown.header("ETag")).as(thing.path()).isNotNull();
        return shown.header("ETag");
    }

    private static void oneWins(
            String what, List<HttpResponse<Map<String, Object>>> answers, int status, String refusal) {
        assertThat(answers)
                .as(what)
                .extracting(HttpResponse::code)
                .containsOnlyOnce(200)
                .containsOnly(200, status);
        assertThat(answers)
                .filteredOn(answer -> answer.code() == status)
                .as(what)
                .allSatisfy(answer -> assertThat(code(Http.body(answer))).isEqualTo(refusal));
    }
}
