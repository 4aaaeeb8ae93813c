package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.code;
import static eu.bekaa.standard.function.assessments.Conversation.error;
import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.review.Approvals;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Sources;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.context.annotation.Prototype;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// An assessment that is moved about, and the people who move it.
@Prototype
final class Moves {
    private static final String HASH = "0123456789abcdef".repeat(4);

    final Tenant tenant;
    final Groundwork.Ground ground;
    final Reviews reviews;
    final Approvals approvals;
    final Conversation assessor;
    final Conversation approver;
    final UUID assessment;

    Moves(Http http, Tenants tenants, Groundwork groundwork, Reviews reviews, Approvals approvals) {
        this.tenant = tenants.create();
        this.ground = groundwork.in(tenant.assessor());
        this.reviews = reviews;
        this.approvals = approvals;
        this.assessor = new Conversation(http, tenant, tenant.assessor());
        this.approver = assessor.as(tenant.approver());
        this.assessment = ground.assessmentId();
    }

    Map<String, Object> move(int status, String target) {
        return assessor.post(
                status,
                "/assessments/" + assessment + "/lifecycle/transition",
                Map.of("next_state", target, "reason", "Because."));
    }

    Map<String, Object> move(int status, String target, UUID approval) {
        var body = new HashMap<String, Object>(Map.of("next_state", target, "reason", "Because."));
        body.put("approval_event_id", approval);
        return assessor.post(status, "/assessments/" + assessment + "/lifecycle/transition", body);
    }

    Map<String, Object> select(int status, String framework) {
        return assessor.post(
                status,
                "/assessments/" + assessment + "/lifecycle/transition",
                Map.of(
                        "next_state",
                        "framework_selected",
                        "reason",
                        "Asked for.",
                        "metadata",
                        Map.of("framework_id", framework)));
    }

    @SuppressWarnings("unchecked")
    static List<String> missing(Map<String, Object> refusal) {
        assertThat(code(refusal)).isEqualTo("INVALID_STATE_TRANSITION");
        return ((List<Map<String, Object>>)
                        java.util.Objects.requireNonNull(error(refusal).get("details")))
                .stream().map(detail -> text(detail, "message")).toList();
    }

    String state() {
        return text(assessor.get("/assessments/" + assessment), "state");
    }

    List<Map<String, Object>> events() {
        return rows(assessor.get("/assessments/" + assessment + "/lifecycle/events"), "data");
    }

    void open(ArtifactKind kind) {
        reviews.open(tenant.assessor(), assessment, kind, Sources.NONE, Map.of());
    }

    /// @return the approval that was asked for
    UUID submit(ArtifactKind kind) {
        var whole = Map.<String, Object>of("concludes_assessment", true);
        var draft = reviews.open(tenant.assessor(), assessment, kind, Sources.NONE, whole);
        reviews.submit(tenant.assessor(), draft, List.of(), HASH);
        return approvals.ofAssessment(tenant.assessor(), assessment).getLast().approvalId();
    }

    void decide(UUID approval) {
        approver.post(200, "/approvals/" + approval + "/approve", Map.of("reason", "Fine."));
    }
}
