package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.data.AuditRecord;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class RebaseTest {
    private static final Map<String, Object> APPLIES =
            Map.of("applicability_status", "applicable", "applicability_rationale", "Staff have accounts.");

    private final Groundwork groundwork;
    private final AuditLog log;
    private final Tenant tenant;
    private final Tenant stranger;
    private final Groundwork.Ground ground;
    private final Groundwork.Ground newer;
    private final Conversation assessor;
    private final Conversation approver;
    private final String base;

    RebaseTest(Http http, Tenants tenants, Groundwork groundwork, AuditLog log) {
        this.log = log;
        this.groundwork = groundwork;
        tenant = tenants.create();
        stranger = tenants.create();
        ground = groundwork.in(tenant.assessor());
        newer = groundwork.newer(ground);
        assessor = new Conversation(http, tenant, tenant.assessor());
        approver = assessor.as(tenant.approver());
        base = "/assessments/" + ground.assessmentId();
    }

    private String soaDraft() {
        assessor.post(201, base + "/scope", Map.of("title", "Platform", "description", "All of it."));
        var soa = text(
                assessor.post(
                        201,
                        base + "/soa/draft",
                        Map.of("framework_id", ground.frameworkId(), "scf_version_id", ground.scfVersionId())),
                "soa_version_id");
        for (var item : items(soa)) {
            assessor.patch(200, "/soa/items/" + text(item, "soa_item_id"), APPLIES);
        }
        return soa;
    }

    private List<Map<String, Object>> items(String soa) {
        return assessor.list("/soa/" + soa + "/items?limit=100");
    }

    private String approved(String soa) {
        assessor.post(200, "/soa/" + soa + "/submit-review", Map.of());
        var approval = assessor.list(base + "/approvals").stream()
                .filter(asked -> text(asked, "target_id").equals(soa))
                .map(asked -> text(asked, "approval_id"))
                .findFirst()
                .orElseThrow();
        approver.post(200, "/approvals/" + approval + "/approve", Map.of());
        approver.post(200, "/soa/" + soa + "/approve", Map.of("approval_event_id", approval));
        return soa;
    }

    private static Map<String, Object> onto(Groundwork.Ground release) {
        return Map.of("scf_version_id", release.scfVersionId(), "reason", "The new release is out.");
    }

    private Map<String, Object> rebased() {
        return Conversation.object(assessor.post(201, base + "/rebase", onto(newer)), "rebase");
    }

    private String queue(Map<String, Object> rebase) {
        return base + "/rebases/" + text(rebase, "rebase_id") + "/entries";
    }

    private static List<String> fates(List<Map<String, Object>> entries) {
        return entries.stream()
                .map(entry -> text(entry, "requirement_code") + " " + text(entry, "fate") + " " + entry.get("changes"))
                .toList();
    }

    private static final List<String> FATES = List.of(
            "R-1 review [control_reworded]",
            "R-1 kept []",
            "R-2 added [control_added]",
            "R-3 kept []",
            "R-4 added [mapping_added]",
            "R-2 retired [mapping_removed]",
            "R-4 retired [requirement_mapped]");

    @Test
    void aPreviewTellsEveryFateAndChangesNothing() {
        var soa = approved(soaDraft());
        var path = base + "/rebase/preview?scf_version_id=" + newer.scfVersionId();

        var preview = assessor.get(path);

        assertThat(fates(rows(preview, "data"))).containsExactlyElementsOf(FATES);
        assertThat(preview)
                .containsEntry("from_soa_version_id", soa)
                .containsEntry("obstacles", List.of())
                .containsEntry("counts", Map.of("kept", 2, "review", 1, "retired", 2, "added", 2));
        var reworded = rows(assessor.get(path + "&fate=review"), "data").getFirst();
        assertThat(Conversation.object(reworded, "control_before").get("control_description"))
                .isEqualTo("Mechanisms exist to back up databases and test restores.");
        assertThat(Conversation.object(reworded, "control_after")
                        .get("control_description")
                        .toString())
                .endsWith("keep copies apart.");
        assertThat(assessor.get(base))
                .containsEntry("scf_version_id", ground.scfVersionId().toString());
        assertThat(assessor.list(base + "/soa")).hasSize(1);
        assertThat(assessor.list(base + "/rebases")).isEmpty();
    }

    @Test
    void std17_onlyARebaseMovesAnAssessmentToAnotherVersion() {
        var soa = approved(soaDraft());
        var before = items(soa);
        var events = assessor.list(base + "/lifecycle/events");
        assertThat(assessor.get(base))
                .containsEntry("scf_version_id", ground.scfVersionId().toString());

        var rebase = rebased();

        assertThat(rebase)
                .containsEntry("from_soa_version_id", soa)
                .containsEntry("kept_count", 2)
                .containsEntry("review_count", 1)
                .containsEntry("retired_count", 2)
                .containsEntry("added_count", 2)
                .containsEntry("pending_count", 1);
        assertThat(assessor.get(base))
                .containsEntry("scf_version_id", newer.scfVersionId().toString())
                .containsEntry("state", "soa_approved");
        assertThat(assessor.list(base + "/lifecycle/events")).isEqualTo(events);
        assertThat(items(soa)).isEqualTo(before);
        assertThat(assessor.get("/soa/" + soa)).containsEntry("status", "approved");
        var drafted = assessor.get("/soa/" + text(rebase, "to_soa_version_id"));
        assertThat(drafted)
                .containsEntry("status", "draft")
                .containsEntry("version_number", 2)
                .containsEntry("scf_version_id", newer.scfVersionId().toString())
                .containsEntry("source_scope_id", assessor.get("/soa/" + soa).get("source_scope_id"));
        assertThat(items(text(rebase, "to_soa_version_id")))
                .extracting(item -> item.get("applicability_status") + " " + item.get("requires_user_validation"))
                .containsExactly(
                        "applicable true",
                        "applicable false",
                        "requires_validation true",
                        "applicable false",
                        "requires_validation true");
        assertThat(fates(assessor.list(queue(rebase)))).containsExactlyElementsOf(FATES);
        var everything = new AuditLog.Filter(null, null, null, null, null);
        assertThat(log.page(tenant.auditor(), everything, new PageRequest(100, null))
                        .data())
                .extracting(AuditRecord::action)
                .contains("assessment.rebased");
    }

    @Test
    void aRebaseOntoTheSameVersionChangesNothing() {
        approved(soaDraft());
        rebased();
        var versions = assessor.list(base + "/soa");
        var assessment = assessor.get(base).get("updated_at");

        assertThat(assessor.post(200, base + "/rebase", onto(newer)))
                .containsEntry("changed", false)
                .containsEntry("rebase", null);
        assertThat(assessor.list(base + "/soa")).isEqualTo(versions);
        assertThat(assessor.list(base + "/rebases")).hasSize(1);
        assertThat(assessor.get(base)).containsEntry("updated_at", assessment);
        assertThat(assessor.get(base + "/rebase/preview?scf_version_id=" + newer.scfVersionId()))
                .containsEntry("counts", Map.of("kept", 5, "review", 0, "retired", 0, "added", 0));
    }

    @Test
    void whatChangedIsDecidedByAPersonBeforeTheReview() {
        var old = approved(soaDraft());
        var rebase = rebased();
        var soa = text(rebase, "to_soa_version_id");
        var pending = assessor.list(queue(rebase) + "?fate=review&status=pending");
        var path = queue(rebase) + "/" + text(pending.getFirst(), "rebase_entry_id");

        assertThat(pending).hasSize(1);
        assertThat(assessor.refused(409, "/soa/" + soa + "/submit-review", Map.of()))
                .isEqualTo("SOA_REVIEW_BLOCKED");
        assertThat(assessor.get("/soa/" + soa + "/validation")
                        .get("blocking_errors")
                        .toString())
                .contains("1 items carried over");
        assertThat(assessor.refused(409, "/soa/" + soa + "/regenerate", Map.of()))
                .isEqualTo("CONFLICT");
        assertThat(assessor.as(tenant.machine()).refused(403, path + "/accept", Map.of()))
                .isEqualTo("FORBIDDEN");
        assertThat(assessor.post(200, path + "/accept", Map.of("note", "Copies are apart already.")))
                .containsEntry("decision", "accepted")
                .containsEntry("note", "Copies are apart already.");
        assertThat(assessor.refused(409, path + "/accept", Map.of())).isEqualTo("CONFLICT");
        assertThat(assessor.get(path)).containsEntry("decision", "accepted");
        assertThat(assessor.get(base + "/rebases/" + text(rebase, "rebase_id"))).containsEntry("pending_count", 0);
        assertThat(items(soa).getFirst()).containsEntry("requires_user_validation", false);
        approved(soa);
        assertThat(assessor.get("/soa/" + old))
                .containsEntry("status", "superseded")
                .containsEntry("superseded_by", soa);
        assertThat(assessor.list(queue(rebase))).hasSize(7);
    }

    @Test
    void aChangedItemCanBeDecidedAnew() {
        approved(soaDraft());
        var rebase = rebased();
        var entry = assessor.list(queue(rebase) + "?fate=review").getFirst();
        var path = queue(rebase) + "/" + text(entry, "rebase_entry_id") + "/edit";

        assertThat(assessor.refused(400, path, Map.of("item", Map.of("applicability_status", "not_applicable"))))
                .isEqualTo("NON_APPLICABILITY_RATIONALE_REQUIRED");
        var edited = assessor.post(
                200,
                path,
                Map.of(
                        "item",
                        Map.of(
                                "applicability_status",
                                "not_applicable",
                                "non_applicability_rationale",
                                "We keep no copies.")));
        assertThat(edited).containsEntry("decision", "edited");
        assertThat(Conversation.object(edited, "item_after")).containsEntry("applicability_status", "not_applicable");
        assertThat(Conversation.object(edited, "item_before")).containsEntry("applicability_status", "applicable");
        var kept = assessor.list(queue(rebase) + "?fate=kept").getFirst();
        assertThat(assessor.refused(409, queue(rebase) + "/" + text(kept, "rebase_entry_id") + "/accept", Map.of()))
                .isEqualTo("CONFLICT");
    }

    @Test
    void manyAreAcceptedAtOnceByWhatChanged() {
        approved(soaDraft());
        var rebase = rebased();

        assertThat(assessor.post(200, queue(rebase) + "/accept", Map.of("changes", List.of("control_reweighted"))))
                .containsEntry("accepted", 0);
        assertThat(assessor.post(200, queue(rebase) + "/accept", Map.of("changes", List.of("control_reworded"))))
                .containsEntry("accepted", 1);
        assertThat(assessor.list(queue(rebase) + "?status=decided")).hasSize(1);
        assertThat(assessor.list(queue(rebase) + "?status=pending")).isEmpty();
        assertThat(assessor.refused(400, queue(rebase) + "/accept", Map.of("changes", List.of("anything"))))
                .isEqualTo("VALIDATION_ERROR");
    }

    @Test
    void aDraftIsReplacedAndWhatIsUnderReviewIsDecidedFirst() {
        var soa = soaDraft();
        assessor.post(200, "/soa/" + soa + "/submit-review", Map.of());
        assertThat(assessor.refused(409, base + "/rebase", onto(newer))).isEqualTo("CONFLICT");
        var approval = text(assessor.list(base + "/approvals").getFirst(), "approval_id");
        approver.post(200, "/approvals/" + approval + "/reject", Map.of("reason", "Too short."));
        var reopened = text(assessor.list(base + "/soa").getLast(), "soa_version_id");

        var rebase = rebased();

        assertThat(rebase).containsEntry("from_soa_version_id", reopened);
        assertThat(assessor.get("/soa/" + reopened)).containsEntry("status", "archived");
        assertThat(assessor.refusedPatch(
                        409, "/soa/items/" + text(items(reopened).getFirst(), "soa_item_id"), APPLIES))
                .isEqualTo("SOA_VERSION_IMMUTABLE");
        assertThat(assessor.refused(409, "/soa/" + reopened + "/regenerate", Map.of()))
                .isEqualTo("CONFLICT");
        assertThat(assessor.get(base)).containsEntry("state", "soa_drafted");
    }

    @Test
    void evidenceOfWhatIsKeptIsKeptAndTheRestIsLookedFor() throws SQLException {
        var soa = approved(soaDraft());
        assessor.post(200, "/soa/" + soa + "/mark-ingested", Map.of());
        assessor.post(201, base + "/evidence-analysis/run", Map.of("soa_version_id", soa));
        quote();
        var rebase = rebased();
        var next = text(rebase, "to_soa_version_id");

        var carried = assessor.list(base + "/evidence-findings?soa_version_id=" + next);

        assertThat(carried).hasSize(2);
        assertThat(assessor.list("/evidence-findings/" + text(carried.getFirst(), "evidence_finding_id") + "/sources"))
                .singleElement()
                .satisfies(source -> assertThat(source).containsEntry("snippet", "Access is reviewed."));
        assertThat(assessor.list(base + "/evidence-findings?soa_version_id=" + soa))
                .hasSize(5);
        assessor.post(200, queue(rebase) + "/accept", Map.of("changes", List.of("control_reworded")));
        approved(next);
        var gap = assessor.post(201, base + "/gap-analysis/draft", Map.of("soa_version_id", next));
        assertThat(assessor.list("/gap-analysis/" + text(gap, "gap_analysis_version_id") + "/findings"))
                .hasSize(5)
                .allSatisfy(finding ->
                        assertThat(finding.get("evidence_finding_id")).isNotNull());
        assertThat(assessor.list(base + "/evidence-findings?soa_version_id=" + next))
                .extracting(finding -> finding.get("evidence_finding_id"))
                .contains(carried.getFirst().get("evidence_finding_id"));
    }

    /// A passage behind every finding about `IAC-01`.
    private void quote() throws SQLException {
        try (var owner = TestDatabase.instance().owner()) {
            Groundwork.execute(
                    owner, """
                    INSERT INTO evidence_source (evidence_source_id, organization_id, evidence_finding_id, rank, document_id,
                                                 chunk_id, snippet, start_offset, end_offset, retrieval_score,
                                                 retrieval_method, candidate_evidence)
                    SELECT gen_random_uuid(), organization_id, evidence_finding_id, 1, gen_random_uuid(), gen_random_uuid(),
                           'Access is reviewed.', 0, 19, 0.8, 'vector', true
                      FROM evidence_finding
                     WHERE organization_id = ?
                       AND scf_control_id = ?
                    """, tenant.organizationId(), ground.controls().get("IAC-01"));
        }
    }

    @Test
    void withoutAnSoaOnlyThePinMoves() {
        assertThat(rebased()).containsEntry("to_soa_version_id", null).containsEntry("kept_count", 0);
        assertThat(assessor.get(base))
                .containsEntry("scf_version_id", newer.scfVersionId().toString());
        assertThat(assessor.refused(
                        409,
                        base + "/soa/draft",
                        Map.of("framework_id", ground.frameworkId(), "scf_version_id", ground.scfVersionId())))
                .isEqualTo("CONFLICT");
    }

    @Test
    void std17_aRebaseIsRefusedWhereItMakesNoSense() {
        rebased();
        assertThat(assessor.refused(409, base + "/rebase", onto(ground))).isEqualTo("CONFLICT");
        assertThat(assessor.get(base + "/rebase/preview?scf_version_id=" + ground.scfVersionId())
                        .get("obstacles")
                        .toString())
                .contains("is not newer than");
        var elsewhere = groundwork.in(tenant.assessor());
        assertThat(assessor.refused(409, base + "/rebase", onto(elsewhere))).isEqualTo("CONFLICT");
        assertThat(assessor.refused(
                        404, base + "/rebase", Map.of("scf_version_id", UUID.randomUUID(), "reason", "There is none.")))
                .isEqualTo("SCF_VERSION_NOT_FOUND");
        assertThat(assessor.refused(400, base + "/rebase", Map.of("scf_version_id", newer.scfVersionId())))
                .isEqualTo("VALIDATION_ERROR");
        assessor.post(
                200,
                base + "/lifecycle/transition",
                Map.of("next_state", "cancelled", "reason", "The customer has left."));
        assertThat(assessor.refused(409, base + "/rebase", onto(newer))).isEqualTo("CONFLICT");
    }

    @Test
    void aSecondRebaseWaitsForTheFirstOnesQueue() {
        approved(soaDraft());
        var first = rebased();
        var latest = groundwork.newer(ground);

        assertThat(assessor.post(409, base + "/rebase", onto(latest)).toString())
                .contains("1 items of the rebase before");
        assessor.post(200, queue(first) + "/accept", Map.of("changes", List.of("control_reworded")));
        assertThat(Conversation.object(assessor.post(201, base + "/rebase", onto(latest)), "rebase"))
                .containsEntry("kept_count", 5)
                .containsEntry("review_count", 0)
                .containsEntry("retired_count", 0)
                .containsEntry("from_soa_version_id", first.get("to_soa_version_id"));
    }

    @Test
    void std2_strangersFindNothingAndViewersOnlyRead() {
        approved(soaDraft());
        var rebase = rebased();
        var other = new Conversation(assessor.http(), stranger, stranger.assessor());
        var viewer = assessor.as(tenant.viewer());

        assertThat(other.refused(404, base + "/rebase", onto(newer))).isEqualTo("ASSESSMENT_NOT_FOUND");
        assertThat(other.status(base + "/rebases")).isEqualTo(404);
        assertThat(other.status(queue(rebase))).isEqualTo(404);
        assertThat(other.refused(404, queue(rebase) + "/accept", Map.of("changes", List.of("control_reworded"))))
                .isEqualTo("REBASE_NOT_FOUND");
        assertThat(assessor.refused(404, queue(rebase) + "/" + UUID.randomUUID() + "/accept", Map.of()))
                .isEqualTo("REBASE_ENTRY_NOT_FOUND");
        assertThat(viewer.list(queue(rebase))).hasSize(7);
        viewer.post(403, base + "/rebase", onto(newer));
        viewer.post(403, queue(rebase) + "/accept", Map.of("changes", List.of("control_reworded")));
    }
}
