package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.code;
import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.review.Approvals;
import eu.bekaa.standard.assurance.review.Decision;
import eu.bekaa.standard.assurance.review.Decisions;
import eu.bekaa.standard.assurance.scope.ScopeService;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class ScopeTest {
    private static final Map<String, Object> SCOPE = Map.of(
            "title", "Customer platform",
            "description", "The platform and those who run it.",
            "systems", List.of("Production cluster", "Build farm"));

    private final Approvals approvals;
    private final Decisions decisions;
    private final Assessments assessments;
    private final ScopeService scopes;
    private final Tenant tenant;
    private final Tenant stranger;
    private final Groundwork.Ground ground;
    private final Conversation assessor;
    private final Conversation approver;
    private final String scopePath;

    ScopeTest(
            Http http,
            Tenants tenants,
            Groundwork groundwork,
            Approvals approvals,
            Decisions decisions,
            Assessments assessments,
            ScopeService scopes) {
        this.approvals = approvals;
        this.decisions = decisions;
        this.assessments = assessments;
        this.scopes = scopes;
        tenant = tenants.create();
        stranger = tenants.create();
        ground = groundwork.in(tenant.assessor());
        assessor = new Conversation(http, tenant, tenant.assessor());
        approver = assessor.as(tenant.approver());
        scopePath = "/assessments/" + ground.assessmentId() + "/scope";
    }

    @Test
    void beforeTheFirstThereIsNoScope() {
        assertThat(code(assessor.answer(404, HttpRequest.GET("/api/v1" + scopePath))))
                .isEqualTo("SCOPE_NOT_FOUND");
    }

    @Test
    void aScopeIsCreatedAndItsDraftUpdatedInPlace() {
        var first = assessor.post(201, scopePath, SCOPE);
        var second = assessor.post(200, scopePath, Map.of("title", "Platform", "description", "All of it."));

        assertThat(first)
                .containsEntry("scope_version", 1)
                .containsEntry("status", "draft")
                .containsEntry("systems", List.of("Production cluster", "Build farm"))
                .containsEntry("locations", List.of())
                .containsKeys("trace_id", "created_at", "updated_at", "organization_id", "assessment_id");
        assertThat(second)
                .containsEntry("scope_id", first.get("scope_id"))
                .containsEntry("title", "Platform")
                .containsEntry("systems", List.of());
        assertThat(rows(assessor.get("/assessments/" + ground.assessmentId() + "/scopes"), "data"))
                .hasSize(1);
        assertThat(assessments.find(tenant.assessor(), ground.assessmentId()).state())
                .isEqualTo(AssessmentState.SCOPE_DRAFTED);
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() {
        var id = text(assessor.post(201, scopePath, SCOPE), "scope_id");

        var revised = assessor.patch(200, "/scopes/" + id, Map.of("exclusions", List.of("The laboratory")));

        assertThat(revised)
                .containsEntry("title", "Customer platform")
                .containsEntry("exclusions", List.of("The laboratory"))
                .containsEntry("systems", List.of("Production cluster", "Build farm"));
        assertThat(assessor.get("/scopes/" + id)).containsEntry("exclusions", List.of("The laboratory"));
    }

    @Test
    void aScopeNeedsATitleAndADescription() {
        assertThat(code(assessor.post(400, scopePath, Map.of("title", "Only a title"))))
                .isEqualTo("VALIDATION_ERROR");
        assertThat(code(assessor.post(400, scopePath, Map.of("title", " ", "description", "x"))))
                .isEqualTo("VALIDATION_ERROR");
        assertThat(code(assessor.post(400, scopePath, Map.of("title", "t", "description", "d", "colour", "red"))))
                .isEqualTo("VALIDATION_ERROR");
        assertThat(code(assessor.post(
                        400, scopePath, Map.of("title", "t", "description", "d", "systems", List.of(" ")))))
                .isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void std64_std65_anApprovedScopeIsImmutableAndANewOneTheNextVersion() {
        var id = approved(text(assessor.post(201, scopePath, SCOPE), "scope_id"));

        assertThat(code(assessor.patch(409, "/scopes/" + id, Map.of("title", "Other"))))
                .isEqualTo("SCOPE_IMMUTABLE");
        assertThat(assessor.get("/scopes/" + id))
                .containsEntry("status", "approved")
                .satisfies(scope -> assertThat(scope.get("approval_event_id")).isNotNull());
        var next = assessor.post(201, scopePath, SCOPE);
        assertThat(next).containsEntry("scope_version", 2).containsEntry("status", "draft");
        assertThat(assessor.get(scopePath)).containsEntry("scope_id", next.get("scope_id"));
    }

    @Test
    void std111_theAuthorDoesNotApprove() {
        var id = text(approver.post(201, scopePath, SCOPE), "scope_id");
        approver.post(200, "/scopes/" + id + "/submit-review", Map.of());

        assertThat(code(approver.post(403, "/scopes/" + id + "/approve", Map.of("approval_event_id", approval(id)))))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void std113_aRejectedScopeComesBackAsADraftWithItsFields() {
        var id = text(assessor.post(201, scopePath, SCOPE), "scope_id");
        assessor.post(200, "/scopes/" + id + "/submit-review", Map.of());
        var taken = decisions.decide(tenant.approver(), approval(id), Decision.REJECTED, "The office is missing.");

        var reopened = scopes.reopen(tenant.approver(), taken.rejected().orElseThrow());

        assertThat(assessor.get(scopePath))
                .containsEntry("scope_id", reopened.header().id().toString())
                .containsEntry("scope_version", 2)
                .containsEntry("systems", List.of("Production cluster", "Build farm"));
    }

    @Test
    void std2_anotherOrganizationFindsNothing() {
        var id = text(assessor.post(201, scopePath, SCOPE), "scope_id");
        var other = new Conversation(assessor.http(), stranger, stranger.assessor());

        for (var path : List.of(scopePath, "/scopes/" + id, "/assessments/" + ground.assessmentId() + "/scopes")) {
            other.answer(404, HttpRequest.GET("/api/v1" + path));
        }
        other.post(404, scopePath, SCOPE);
        other.patch(404, "/scopes/" + id, Map.of("title", "Mine"));
        other.post(404, "/scopes/" + id + "/submit-review", Map.of());
    }

    @Test
    void aViewerOnlyReads() {
        assessor.post(201, scopePath, SCOPE);
        var viewer = assessor.as(tenant.viewer());

        viewer.get(scopePath);
        viewer.post(403, scopePath, SCOPE);
    }

    private UUID approval(String id) {
        return approvals.ofAssessment(tenant.assessor(), ground.assessmentId()).stream()
                .filter(asked -> asked.targetId().toString().equals(id))
                .findFirst()
                .orElseThrow()
                .approvalId();
    }

    private String approved(String id) {
        assessor.post(200, "/scopes/" + id + "/submit-review", Map.of());
        var approval = approval(id);
        decisions.decide(tenant.approver(), approval, Decision.APPROVED, null);
        approver.post(200, "/scopes/" + id + "/approve", Map.of("approval_event_id", approval));
        return id;
    }
}
