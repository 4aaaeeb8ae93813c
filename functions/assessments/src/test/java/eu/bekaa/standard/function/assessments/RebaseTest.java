package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.rows;
import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.data.AuditRecord;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.testing.OwnerSql;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class RebaseTest {
    private final Groundwork groundwork;
    private final AuditLog log;
    private final Rebasing rebasing;

    RebaseTest(Groundwork groundwork, AuditLog log, Rebasing rebasing) {
        this.groundwork = groundwork;
        this.log = log;
        this.rebasing = rebasing;
    }

    @Test
    void aPreviewTellsEveryFateAndChangesNothing() {
        var soa = rebasing.approved(rebasing.soaDraft());
        var path = rebasing.base + "/rebase/preview?scf_version_id=" + rebasing.newer.scfVersionId();

        var preview = rebasing.assessor.get(path);

        assertThat(Rebasing.fates(rows(preview, "data"))).containsExactlyElementsOf(Rebasing.FATES);
        assertThat(preview)
                .containsEntry("from_soa_version_id", soa)
                .containsEntry("obstacles", List.of())
                .containsEntry("counts", Map.of("kept", 2, "review", 1, "retired", 2, "added", 2));
        var reworded =
                rows(rebasing.assessor.get(path + "&fate=review"), "data").getFirst();
        assertThat(Conversation.object(reworded, "control_before").get("control_description"))
                .isEqualTo("Mechanisms exist to back up databases and test restores.");
        assertThat(Conversation.object(reworded, "control_after")
                        .get("control_description")
                        .toString())
                .endsWith("keep copies apart.");
        assertThat(rebasing.assessor.get(rebasing.base))
                .containsEntry("scf_version_id", rebasing.ground.scfVersionId().toString());
        assertThat(rebasing.assessor.list(rebasing.base + "/soa")).hasSize(1);
        assertThat(rebasing.assessor.list(rebasing.base + "/rebases")).isEmpty();
    }

    @Test
    void std17_onlyARebaseMovesAnAssessmentToAnotherVersion() {
        var soa = rebasing.approved(rebasing.soaDraft());
        var before = rebasing.items(soa);
        var events = rebasing.assessor.list(rebasing.base + "/lifecycle/events");
        assertThat(rebasing.assessor.get(rebasing.base))
                .containsEntry("scf_version_id", rebasing.ground.scfVersionId().toString());

        var rebase = rebasing.rebased();

        assertThat(rebase)
                .containsEntry("from_soa_version_id", soa)
                .containsEntry("kept_count", 2)
                .containsEntry("review_count", 1)
                .containsEntry("retired_count", 2)
                .containsEntry("added_count", 2)
                .containsEntry("pending_count", 1);
        assertThat(rebasing.assessor.get(rebasing.base))
                .containsEntry("scf_version_id", rebasing.newer.scfVersionId().toString())
                .containsEntry("state", "soa_approved");
        assertThat(rebasing.assessor.list(rebasing.base + "/lifecycle/events")).isEqualTo(events);
        assertThat(rebasing.items(soa)).isEqualTo(before);
        assertThat(rebasing.assessor.get("/soa/" + soa)).containsEntry("status", "approved");
        var drafted = rebasing.assessor.get("/soa/" + text(rebase, "to_soa_version_id"));
        assertThat(drafted)
                .containsEntry("status", "draft")
                .containsEntry("version_number", 2)
                .containsEntry("scf_version_id", rebasing.newer.scfVersionId().toString())
                .containsEntry(
                        "source_scope_id", rebasing.assessor.get("/soa/" + soa).get("source_scope_id"));
        assertThat(rebasing.items(text(rebase, "to_soa_version_id")))
                .extracting(item -> item.get("applicability_status") + " " + item.get("requires_user_validation"))
                .containsExactly(
                        "applicable true",
                        "applicable false",
                        "requires_validation true",
                        "applicable false",
                        "requires_validation true");
        assertThat(Rebasing.fates(rebasing.assessor.list(rebasing.queue(rebase))))
                .containsExactlyElementsOf(Rebasing.FATES);
        var everything = new AuditLog.Filter(null, null, null, null, null);
        assertThat(log.page(rebasing.tenant.auditor(), everything, new PageRequest(100, null))
                        .data())
                .extracting(AuditRecord::action)
                .contains("assessment.rebased");
    }

    @Test
    void aRebaseOntoTheSameVersionChangesNothing() {
        rebasing.approved(rebasing.soaDraft());
        rebasing.rebased();
        var versions = rebasing.assessor.list(rebasing.base + "/soa");
        var assessment = rebasing.assessor.get(rebasing.base).get("updated_at");

        assertThat(rebasing.assessor.post(200, rebasing.base + "/rebase", Rebasing.onto(rebasing.newer)))
                .containsEntry("changed", false)
                .containsEntry("rebase", null);
        assertThat(rebasing.assessor.list(rebasing.base + "/soa")).isEqualTo(versions);
        assertThat(rebasing.assessor.list(rebasing.base + "/rebases")).hasSize(1);
        assertThat(rebasing.assessor.get(rebasing.base)).containsEntry("updated_at", assessment);
        assertThat(rebasing.assessor.get(
                        rebasing.base + "/rebase/preview?scf_version_id=" + rebasing.newer.scfVersionId()))
                .containsEntry("counts", Map.of("kept", 5, "review", 0, "retired", 0, "added", 0));
    }

    @Test
    void aDraftIsReplacedAndWhatIsUnderReviewIsDecidedFirst() {
        var soa = rebasing.soaDraft();
        rebasing.assessor.post(200, "/soa/" + soa + "/submit-review", Map.of());
        assertThat(rebasing.assessor.refused(409, rebasing.base + "/rebase", Rebasing.onto(rebasing.newer)))
                .isEqualTo("CONFLICT");
        var approval = text(rebasing.assessor.list(rebasing.base + "/approvals").getFirst(), "approval_id");
        rebasing.approver.post(200, "/approvals/" + approval + "/reject", Map.of("reason", "Too short."));
        var reopened = text(rebasing.assessor.list(rebasing.base + "/soa").getLast(), "soa_version_id");

        var rebase = rebasing.rebased();

        assertThat(rebase).containsEntry("from_soa_version_id", reopened);
        assertThat(rebasing.assessor.get("/soa/" + reopened)).containsEntry("status", "archived");
        assertThat(rebasing.assessor.refusedPatch(
                        409,
                        "/soa/items/" + text(rebasing.items(reopened).getFirst(), "soa_item_id"),
                        Rebasing.APPLIES))
                .isEqualTo("SOA_VERSION_IMMUTABLE");
        assertThat(rebasing.assessor.refused(409, "/soa/" + reopened + "/regenerate", Map.of()))
                .isEqualTo("CONFLICT");
        assertThat(rebasing.assessor.get(rebasing.base)).containsEntry("state", "soa_drafted");
    }

    @Test
    void evidenceOfWhatIsKeptIsKeptAndTheRestIsLookedFor() {
        var soa = rebasing.approved(rebasing.soaDraft());
        rebasing.assessor.post(200, "/soa/" + soa + "/mark-ingested", Map.of());
        rebasing.assessor.post(201, rebasing.base + "/evidence-analysis/run", Map.of("soa_version_id", soa));
        quote();
        var rebase = rebasing.rebased();
        var next = text(rebase, "to_soa_version_id");

        var carried = rebasing.assessor.list(rebasing.base + "/evidence-findings?soa_version_id=" + next);

        assertThat(carried).hasSize(2);
        assertThat(rebasing.assessor.list(
                        "/evidence-findings/" + text(carried.getFirst(), "evidence_finding_id") + "/sources"))
                .singleElement()
                .satisfies(source -> assertThat(source).containsEntry("snippet", "Access is reviewed."));
        assertThat(rebasing.assessor.list(rebasing.base + "/evidence-findings?soa_version_id=" + soa))
                .hasSize(5);
        rebasing.assessor.post(200, rebasing.queue(rebase) + "/accept", Map.of("changes", List.of("control_reworded")));
        rebasing.approved(next);
        var gap = rebasing.assessor.post(201, rebasing.base + "/gap-analysis/draft", Map.of("soa_version_id", next));
        assertThat(rebasing.assessor.list("/gap-analysis/" + text(gap, "gap_analysis_version_id") + "/findings"))
                .hasSize(5)
                .allSatisfy(finding ->
                        assertThat(finding.get("evidence_finding_id")).isNotNull());
        assertThat(rebasing.assessor.list(rebasing.base + "/evidence-findings?soa_version_id=" + next))
                .extracting(finding -> finding.get("evidence_finding_id"))
                .contains(carried.getFirst().get("evidence_finding_id"));
    }

    /// A passage behind every finding about `IAC-01`.
    private void quote() {
        OwnerSql.change(
                """
                INSERT INTO evidence_source (evidence_source_id, organization_id, evidence_finding_id, rank, document_id,
                                             chunk_id, snippet, start_offset, end_offset, retrieval_score,
                                             retrieval_method, candidate_evidence)
                SELECT gen_random_uuid(), organization_id, evidence_finding_id, 1, gen_random_uuid(), gen_random_uuid(),
                       'Access is reviewed.', 0, 19, 0.8, 'vector', true
                  FROM evidence_finding
                 WHERE organization_id = ?
                   AND scf_control_id = ?
                """,
                rebasing.tenant.organizationId(),
                rebasing.ground.controls().get("IAC-01"));
    }

    @Test
    void withoutAnSoaOnlyThePinMoves() {
        assertThat(rebasing.rebased()).containsEntry("to_soa_version_id", null).containsEntry("kept_count", 0);
        assertThat(rebasing.assessor.get(rebasing.base))
                .containsEntry("scf_version_id", rebasing.newer.scfVersionId().toString());
        assertThat(rebasing.assessor.refused(
                        409,
                        rebasing.base + "/soa/draft",
                        Map.of(
                                "framework_id",
                                rebasing.ground.frameworkId(),
                                "scf_version_id",
                                rebasing.ground.scfVersionId())))
                .isEqualTo("CONFLICT");
    }

    @Test
    void std17_aRebaseIsRefusedWhereItMakesNoSense() {
        rebasing.rebased();
        assertThat(rebasing.assessor.refused(409, rebasing.base + "/rebase", Rebasing.onto(rebasing.ground)))
                .isEqualTo("CONFLICT");
        assertThat(rebasing.assessor
                        .get(rebasing.base + "/rebase/preview?scf_version_id=" + rebasing.ground.scfVersionId())
                        .get("obstacles")
                        .toString())
                .contains("is not newer than");
        var elsewhere = groundwork.in(rebasing.tenant.assessor());
        assertThat(rebasing.assessor.refused(409, rebasing.base + "/rebase", Rebasing.onto(elsewhere)))
                .isEqualTo("CONFLICT");
        assertThat(rebasing.assessor.refused(
                        404,
                        rebasing.base + "/rebase",
                        Map.of("scf_version_id", UUID.randomUUID(), "reason", "There is none.")))
                .isEqualTo("SCF_VERSION_NOT_FOUND");
        assertThat(rebasing.assessor.refused(
                        400, rebasing.base + "/rebase", Map.of("scf_version_id", rebasing.newer.scfVersionId())))
                .isEqualTo("VALIDATION_ERROR");
        rebasing.assessor.post(
                200,
                rebasing.base + "/lifecycle/transition",
                Map.of("next_state", "cancelled", "reason", "The customer has left."));
        assertThat(rebasing.assessor.refused(409, rebasing.base + "/rebase", Rebasing.onto(rebasing.newer)))
                .isEqualTo("CONFLICT");
    }
}
