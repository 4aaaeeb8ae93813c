package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.code;
import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.data.AuditRecord;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.OwnerSql;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class AssessmentTest {
    private static final String ASSESSMENTS = "/assessments";

    private final Http http;
    private final Tenants tenants;
    private final AuditLog log;
    private final Tenant tenant;
    private final Groundwork.Ground ground;
    private final Conversation assessor;
    private final Conversation approver;

    AssessmentTest(Http http, Tenants tenants, Groundwork groundwork, AuditLog log) {
        this.http = http;
        this.tenants = tenants;
        this.log = log;
        this.tenant = tenants.create();
        this.ground = groundwork.in(tenants.create().assessor());
        this.assessor = new Conversation(http, tenant, tenant.assessor());
        this.approver = assessor.as(tenant.approver());
    }

    @Test
    void std17_anAssessmentBeginsAsADraftPinnedToItsScfVersion() {
        var made = create("Annual assessment 2026");
        assertThat(made)
                .containsEntry("state", "draft")
                .containsEntry("organization_id", tenant.organizationId().toString())
                .containsEntry("scf_version_id", ground.scfVersionId().toString())
                .containsEntry("cycle_number", 1)
                .containsEntry("framework_id", null)
                .containsKeys("scf_version_label", "parent_assessment_id", "baseline_soa_version_id", "trace_id");
        assertThat(assessor.get(path(made))).containsEntry("name", "Annual assessment 2026");
        assertThat(audited()).contains("assessment.created");
    }

    @Test
    void std3_anotherOrganizationsIdInTheBodyWidensNothing() {
        var foreign = body("Elsewhere", "organization_id", tenants.create().organizationId());
        assertThat(code(assessor.post(403, ASSESSMENTS, foreign))).isEqualTo("TENANT_MISMATCH");
        assessor.post(201, ASSESSMENTS, body("Here", "organization_id", tenant.organizationId()));
    }

    @Test
    void std3_aPlatformAdministratorMayNameAnyOrganization() {
        var theirs = tenants.create();
        var admin = assessor.as(tenant.platformAdmin());
        var made = admin.post(201, ASSESSMENTS, body("By the platform", "organization_id", theirs.organizationId()));
        assertThat(made)
                .containsEntry("organization_id", theirs.organizationId().toString());
        new Conversation(http, theirs, theirs.assessor()).get(path(made));
        admin.answer(404, HttpRequest.GET("/api/v1" + path(made)));
        var nowhere = body("Nowhere", "organization_id", new UUID(4, 2));
        assertThat(code(admin.post(403, ASSESSMENTS, nowhere))).isEqualTo("TENANT_MISMATCH");
    }

    @Test
    void anUnknownScfVersionIsNotFound() {
        var unknown = Map.of("name", "Nowhere", "scf_version_id", new UUID(4, 2));
        assertThat(code(assessor.post(404, ASSESSMENTS, unknown))).isEqualTo("SCF_VERSION_NOT_FOUND");
    }

    @Test
    void std6_aBodyIsStrict() {
        for (var bad : List.of(
                body("Strict", "stat", "draft"),
                body("Strict", "document_count", -1),
                body("Strict", "observation_start_date", "yesterday"),
                body(" "),
                body("x".repeat(201)),
                Map.of("name", "No version"))) {
            assertThat(code(assessor.post(400, ASSESSMENTS, bad))).isEqualTo("VALIDATION_ERROR");
        }
        var backwards = body("Backwards", "observation_start_date", "2026-03-31");
        var full = new java.util.HashMap<String, Object>(backwards);
        full.put("observation_end_date", "2026-01-01");
        assessor.post(400, ASSESSMENTS, full);
    }

    @Test
    void theListPagesNewestFirstAndFiltersByState() {
        var names = new ArrayList<String>();
        for (var name : List.of("one", "two", "three")) {
            create(name);
        }
        var path = ASSESSMENTS + "?limit=2";
        for (var next = path; next != null; ) {
            var page = assessor.get(next);
            rows(page, "data").forEach(row -> names.add(text(row, "name")));
            @SuppressWarnings("unchecked")
            var cursor =
                    ((Map<String, Object>) java.util.Objects.requireNonNull(page.get("pagination"))).get("next_cursor");
            next = cursor == null ? null : path + "&cursor=" + cursor;
        }
        assertThat(names).containsExactly("three", "two", "one");
        assertThat(rows(assessor.get(ASSESSMENTS + "?state=draft"), "data")).hasSize(3);
        assertThat(rows(assessor.get(ASSESSMENTS + "?state=closed"), "data")).isEmpty();
        for (var bad : List.of("?state=nonsense", "?state=DRAFT", "?limit=0", "?limit=101", "?cursor=nonsense")) {
            assessor.answer(400, HttpRequest.GET("/api/v1" + ASSESSMENTS + bad));
        }
    }

    @Test
    void aRevisionChangesOnlyWhatItNames() {
        var made = create("First name");
        var path = path(made);
        assessor.patch(200, path, Map.of("observation_start_date", "2026-01-01"));
        var revised = assessor.patch(200, path, Map.of("name", "Second name"));
        assertThat(revised).containsEntry("name", "Second name").containsEntry("observation_start_date", "2026-01-01");
        assessor.patch(400, path, Map.of("observation_end_date", "2025-12-31"));
        assessor.patch(400, path, Map.of("state", "closed"));
        assessor.patch(400, path, Map.of("name", " "));
        assertThat(audited()).contains("assessment.updated");
    }

    @Test
    void std37_aDeleteHidesTheAssessmentAndKeepsItsRecords() {
        var made = create("To be deleted");
        var id = UUID.fromString(text(made, "assessment_id"));
        assertThat(code(assessor.answer(403, HttpRequest.DELETE("/api/v1" + path(made)))))
                .isEqualTo("FORBIDDEN");
        approver.answerEmpty(204, HttpRequest.DELETE("/api/v1" + path(made)));
        assertThat(code(assessor.answer(404, HttpRequest.GET("/api/v1" + path(made)))))
                .isEqualTo("ASSESSMENT_NOT_FOUND");
        approver.answer(404, HttpRequest.DELETE("/api/v1" + path(made)));
        assertThat(rows(assessor.get(ASSESSMENTS), "data")).isEmpty();
        assertThat(audited()).contains("assessment.created", "assessment.deleted");
        for (var kept : List.of("closed", "archived")) {
            var other = create("Kept");
            standing(UUID.fromString(text(other, "assessment_id")), kept);
            assertThat(code(approver.answer(409, HttpRequest.DELETE("/api/v1" + path(other)))))
                    .isEqualTo("CONFLICT");
        }
        assertThat(id).isNotNull();
    }

    @Test
    void std2_anotherOrganizationsAssessmentIsNotFoundOnAnyRoute() {
        var path = "/api/v1" + path(create("Ours"));
        var theirs = tenants.create();
        var stranger = new Conversation(http, theirs, theirs.owner());
        for (var request : List.of(
                HttpRequest.GET(path),
                HttpRequest.PATCH(path, Map.of("name", "Theirs")),
                HttpRequest.DELETE(path),
                HttpRequest.GET(path + "/lifecycle/events"),
                HttpRequest.GET(path + "/available-transitions"),
                HttpRequest.GET(path + "/status"),
                HttpRequest.GET(path + "/timeline"),
                HttpRequest.POST(
                        path + "/lifecycle/transition", Map.of("next_state", "cancelled", "reason", "Mine now.")),
                HttpRequest.GET(path + "/approvals"),
                HttpRequest.GET(path + "/artifacts"))) {
            assertThat(code(stranger.answer(404, request))).isEqualTo("ASSESSMENT_NOT_FOUND");
        }
        assertThat(actions(theirs)).contains("security.cross_tenant_access_blocked");
        assertThat(actions(tenant)).doesNotContain("security.cross_tenant_access_blocked");
    }

    @Test
    void hostileTextIsKeptAsText() {
        var hostile = "Robert'); DROP TABLE assessment;-- <script>alert(1)</script>";
        assertThat(assessor.get(path(create(hostile)))).containsEntry("name", hostile);
        assessor.post(400, ASSESSMENTS, body("nul \0 byte"));
    }

    static void standing(UUID assessment, String state) {
        OwnerSql.change("UPDATE assessment SET state = ? WHERE assessment_id = ?", state, assessment);
    }

    private List<String> audited() {
        return actions(tenant);
    }

    private List<String> actions(Tenant of) {
        var all = new AuditLog.Filter(null, null, null, null, null);
        return log.page(of.auditor(), all, new PageRequest(100, null)).data().stream()
                .map(AuditRecord::action)
                .toList();
    }

    private Map<String, Object> create(String name) {
        return assessor.post(201, ASSESSMENTS, body(name));
    }

    private Map<String, Object> body(String name) {
        return Map.of("name", name, "scf_version_id", ground.scfVersionId());
    }

    private Map<String, Object> body(String name, String field, Object value) {
        return Map.of("name", name, "scf_version_id", ground.scfVersionId(), field, value);
    }

    private static String path(Map<String, Object> assessment) {
        return ASSESSMENTS + "/" + text(assessment, "assessment_id");
    }
}
