package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.AssessmentTest.standing;
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
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class TransitionTest {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final Tenant tenant;
    private final Groundwork.Ground ground;
    private final Reviews reviews;
    private final Approvals approvals;
    private final Shelf shelf;
    private final Conversation assessor;
    private final Conversation approver;
    private final UUID assessment;

    TransitionTest(
            Http http, Tenants tenants, Groundwork groundwork, Reviews reviews, Approvals approvals, Shelf shelf) {
        this.tenant = tenants.create();
        this.ground = groundwork.in(tenant.assessor());
        this.reviews = reviews;
        this.approvals = approvals;
        this.shelf = shelf;
        this.assessor = new Conversation(http, tenant, tenant.assessor());
        this.approver = assessor.as(tenant.approver());
        this.assessment = ground.assessmentId();
    }

    @Test
    void std30_whatTheTableDoesNotListIsRefusedAndChangesNothing() {
        for (var target : List.of("framework_selected", "soa_drafted", "closed", "draft", "archived")) {
            assertThat(code(move(409, target))).isEqualTo("INVALID_STATE_TRANSITION");
        }
        for (var unknown : List.of("Scope_Drafted", "SCOPE_DRAFTED", "nonsense", "")) {
            assertThat(code(move(400, unknown))).isEqualTo("VALIDATION_ERROR");
        }
        assertThat(state()).isEqualTo("framework_selected");
        assertThat(events()).isEmpty();
    }

    @Test
    void std31_aMissingPrerequisiteIsNamedAndTheStateStays() throws SQLException {
        assertThat(missing(move(409, "scope_drafted"))).containsExactly("scope_draft_exists");
        standing(assessment, "draft");
        assertThat(missing(move(409, "documents_uploaded"))).containsExactly("document_uploaded");
        standing(assessment, "gap_analysis_approved");
        assertThat(missing(move(409, "poam_drafted")))
                .containsExactlyInAnyOrder("gap_analysis_approved", "poam_draft_exists");
        standing(assessment, "poam_approved");
        assertThat(missing(move(409, "report_generated")))
                .containsExactlyInAnyOrder(
                        "soa_approved", "gap_analysis_approved", "maturity_approved", "poam_approved");
        assertThat(state()).isEqualTo("poam_approved");
        assertThat(events()).isEmpty();
    }

    @Test
    void aReasonIsRequiredAndTheBodyStrict() {
        var path = "/assessments/" + assessment + "/lifecycle/transition";
        assessor.post(400, path, Map.of("next_state", "cancelled"));
        assessor.post(400, path, Map.of("next_state", "cancelled", "reason", " "));
        assessor.post(400, path, Map.of("reason", "Where to?"));
        assessor.post(400, path, Map.of("next_state", "cancelled", "reason", "Over.", "force", true));
        assessor.post(
                400,
                path,
                Map.of("next_state", "cancelled", "reason", "Over.", "metadata", Map.of("nested", Map.of("a", 1))));
        assessor.post(400, path, Map.of("next_state", "cancelled", "reason", "Over.", "metadata", Map.of("nul", "\0")));
        assertThat(state()).isEqualTo("framework_selected");
    }

    @Test
    void std33_aMoveAppendsOneEventThatTellsWhoAndWhy() {
        open(ArtifactKind.SCOPE);
        var moved = move(200, "scope_drafted");
        assertThat(moved)
                .containsEntry("previous_state", "framework_selected")
                .containsEntry("next_state", "scope_drafted")
                .containsEntry("assessment_id", assessment.toString())
                .containsKeys("organization_id", "event", "trace_id");
        assertThat(events())
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("event_type", "scope_drafted")
                        .containsEntry(
                                "actor_id", tenant.assessor().actor().id().toString())
                        .containsEntry("system_actor", null)
                        .containsEntry("reason", "Because."));
        assertThat(assessor.get("/assessments/" + assessment + "/timeline"))
                .containsEntry("current_state", "scope_drafted");
    }

    @Test
    void std32_aGateOpensToItsOwnGivenApprovalOnly() throws SQLException {
        standing(assessment, "soa_under_review");
        assertThat(code(move(409, "soa_approved"))).isEqualTo("APPROVAL_REQUIRED");
        assertThat(code(move(409, "soa_approved", new UUID(1, 1)))).isEqualTo("APPROVAL_REQUIRED");
        var scope = submit(ArtifactKind.SCOPE);
        decide(scope);
        assertThat(code(move(409, "soa_approved", scope))).isEqualTo("CONFLICT");
        var poam = submit(ArtifactKind.POAM);
        decide(poam);
        assertThat(code(move(409, "soa_approved", poam))).isEqualTo("CONFLICT");
        var first = submit(ArtifactKind.SOA);
        assertThat(code(move(409, "soa_approved", first))).isEqualTo("APPROVAL_REQUIRED");
        decide(first);
        var second = submit(ArtifactKind.SOA);
        assertThat(code(move(409, "soa_approved", first))).isEqualTo("CONFLICT");
        decide(second);
        assertThat(move(200, "soa_approved", second)).containsEntry("next_state", "soa_approved");
    }

    @Test
    void std103_closingNeedsTheAcceptedReport() throws SQLException {
        standing(assessment, "report_generated");
        assertThat(code(move(409, "closed"))).isEqualTo("APPROVAL_REQUIRED");
        var report = submit(ArtifactKind.REPORT);
        decide(report);
        assertThat(missing(move(409, "closed", report))).containsExactly("report_accepted");
        var version = approvals.find(tenant.assessor(), report).targetId();
        reviews.approve(tenant.approver(), ArtifactKind.REPORT, version, report);
        submit(ArtifactKind.REPORT);
        move(200, "closed", report);
        assertThat(state()).isEqualTo("closed");
        move(200, "archived");
        assertThat(code(move(409, "cancelled"))).isEqualTo("INVALID_STATE_TRANSITION");
    }

    @Test
    void anInterruptedAssessmentResumesWhereItStood() {
        move(200, "blocked");
        move(200, "failed");
        assertThat(assessor.get("/assessments/" + assessment + "/status"))
                .containsEntry("interrupted_state", "framework_selected");
        assertThat(code(move(409, "scope_drafted"))).isEqualTo("INVALID_STATE_TRANSITION");
        move(200, "framework_selected");
        assertThat(events())
                .extracting(event -> text(event, "event_type"))
                .containsExactly("assessment_blocked", "assessment_failed", "assessment_resumed");
        assertThat(assessor.get("/assessments/" + assessment))
                .containsEntry("framework_id", ground.frameworkId().toString());
    }

    @Test
    void theFrameworkIsSelectedByTheMoveAndBelongsToTheScfVersion() throws SQLException {
        standing(assessment, "scf_pre_analysis_ready");
        try (var owner = eu.bekaa.standard.testing.TestDatabase.instance().owner()) {
            Groundwork.execute(owner, "UPDATE assessment SET framework_id = NULL WHERE assessment_id = ?", assessment);
        }
        assertThat(missing(move(409, "framework_selected")))
                .containsExactlyInAnyOrder("framework_selected", "framework_in_scf_version");
        assertThat(missing(select(409, new UUID(3, 3).toString()))).containsExactly("framework_in_scf_version");
        assertThat(code(select(400, "csf"))).isEqualTo("VALIDATION_ERROR");
        select(200, ground.frameworkId().toString());
        assertThat(assessor.get("/assessments/" + assessment))
                .containsEntry("framework_id", ground.frameworkId().toString());
    }

    @Test
    void thePreAnalysisIsMadeByItsMoveAndCanBeRead() throws SQLException {
        shelf.put(
                tenant.assessor(),
                assessment,
                "backup.txt",
                "All databases are backed up every night. Restores are tested.");
        standing(assessment, "documents_ingested");
        var moved = move(200, "scf_pre_analysis_ready");
        @SuppressWarnings("unchecked")
        var event = (Map<String, Object>) moved.get("event");
        assertThat(event).isNotNull();
        @SuppressWarnings("unchecked")
        var analysis = (Map<String, Object>)
                assessor.get("/assessments/" + assessment + "/status").get("pre_analysis");
        assertThat(analysis).isNotNull();
        assertThat(analysis).containsEntry("control_count", ground.controls().size());
        assertThat((Integer) analysis.get("candidate_control_count"))
                .isBetween(1, ground.controls().size());
        assertThat(rows(analysis, "domains"))
                .singleElement()
                .satisfies(domain -> assertThat(domain)
                        .containsEntry("control_count", ground.controls().size())
                        .containsEntry("candidate_control_count", analysis.get("candidate_control_count")));
        assertThat(event.get("metadata").toString()).contains("controls_with_candidate_evidence");
    }

    @Test
    void theAvailableTransitionsSayWhatIsMissing() {
        var available = assessor.get("/assessments/" + assessment + "/available-transitions");
        assertThat(available).containsEntry("current_state", "framework_selected");
        assertThat(rows(available, "transitions"))
                .extracting(target -> text(target, "next_state"))
                .containsExactly("scope_drafted", "failed", "cancelled", "blocked");
        assertThat(rows(available, "transitions").getFirst())
                .containsEntry("missing_prerequisites", List.of("scope_draft_exists"));
    }

    @Test
    void ofManyMovesAtOnceOneWins() {
        open(ArtifactKind.SCOPE);
        var answers = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> assessor.status(HttpRequest.POST(
                        "/api/v1/assessments/" + assessment + "/lifecycle/transition",
                        Map.of("next_state", "scope_drafted", "reason", "Mover " + number + ".")))))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
        assertThat(events()).hasSize(1);
    }

    private Map<String, Object> move(int status, String target) {
        return assessor.post(
                status,
                "/assessments/" + assessment + "/lifecycle/transition",
                Map.of("next_state", target, "reason", "Because."));
    }

    private Map<String, Object> move(int status, String target, UUID approval) {
        var body = new HashMap<String, Object>(Map.of("next_state", target, "reason", "Because."));
        body.put("approval_event_id", approval);
        return assessor.post(status, "/assessments/" + assessment + "/lifecycle/transition", body);
    }

    private Map<String, Object> select(int status, String framework) {
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
    private static List<String> missing(Map<String, Object> refusal) {
        assertThat(code(refusal)).isEqualTo("INVALID_STATE_TRANSITION");
        return ((List<Map<String, Object>>)
                        java.util.Objects.requireNonNull(error(refusal).get("details")))
                .stream().map(detail -> text(detail, "message")).toList();
    }

    private String state() {
        return text(assessor.get("/assessments/" + assessment), "state");
    }

    private List<Map<String, Object>> events() {
        return rows(assessor.get("/assessments/" + assessment + "/lifecycle/events"), "data");
    }

    private void open(ArtifactKind kind) {
        reviews.open(tenant.assessor(), assessment, kind, Sources.NONE, Map.of());
    }

    /// @return the approval that was asked for
    private UUID submit(ArtifactKind kind) {
        var draft = reviews.open(tenant.assessor(), assessment, kind, Sources.NONE, Map.of());
        reviews.submit(tenant.assessor(), draft, List.of(), HASH);
        return approvals.ofAssessment(tenant.assessor(), assessment).getLast().approvalId();
    }

    private void decide(UUID approval) {
        approver.post(200, "/approvals/" + approval + "/approve", Map.of("reason", "Fine."));
    }
}
