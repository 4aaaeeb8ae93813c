package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.assessments.Analysed.Line;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class GapDraftTest {
    @Inject
    Desk.Office office;

    private Desk desk;

    @BeforeEach
    void anAnalysedAssessment() {
        desk = office.forGaps();
    }

    @Test
    void std70_oneFindingPerItemInTheTablesWords() {
        var version = desk.draftedGap();
        var findings = desk.findings(text(version, "gap_analysis_version_id"));

        assertThat(findings)
                .extracting(finding -> text(finding, "gap_code"))
                .containsExactly("GAP-001", "GAP-002", "GAP-003", "GAP-004", "GAP-005", "GAP-006", "GAP-007");
        assertThat(findings)
                .extracting(finding -> List.of(
                        text(finding, "assessment_status"), text(finding, "gap_type"), text(finding, "severity")))
                .containsExactly(
                        List.of("met", "no_gap", "informational"),
                        List.of("partially_met", "documentation_gap", "low"),
                        List.of("not_evidenced", "evidence_gap", "medium"),
                        List.of("requires_validation", "evidence_gap", "medium"),
                        List.of("not_applicable_justified", "not_applicable", "informational"),
                        List.of("not_evidenced", "evidence_gap", "medium"),
                        List.of("requires_validation", "evidence_gap", "low"));
        assertThat(version)
                .containsEntry("status", "draft")
                .containsEntry(
                        "source_soa_version_id", desk.assessed().soaVersionId().toString());
        assertThat(desk.state()).isEqualTo("gap_analysis_drafted");
    }

    @Test
    void std73_std74_theDraftedRiskFollowsSeverityWeightAndIndicatedMaturity() {
        var findings = desk.findings(text(desk.draftedGap(), "gap_analysis_version_id"));

        // weight 10: met on level 3 leaves 3 × (1 − 3/5), partly met on level 2 leaves 6 × (1 − 2/5), level 0 leaves
        // all
        assertThat(findings.get(0)).containsEntry("inherent_risk_score", 3).containsEntry("residual_risk_score", 1.2);
        assertThat(findings.get(1)).containsEntry("inherent_risk_score", 6).containsEntry("residual_risk_score", 3.6);
        assertThat(findings.get(2)).containsEntry("inherent_risk_score", 9).containsEntry("residual_risk_score", 9.0);
    }

    @Test
    void std71_absenceIsStatedAsALimitation() {
        var version = desk.draftedGap();
        var finding = desk.findings(text(version, "gap_analysis_version_id")).get(2);

        assertThat(text(finding, "gap_summary")).contains("limits the analysis", "ID.AM-3", "AST-03");
        assertThat(text(version, "metadata")).contains("2 of 7 findings are not evidenced");
    }

    @Test
    void std77_minimumRequirementsAreMarkedAndCanBeListed() {
        var path = "/gap-analysis/" + text(desk.draftedGap(), "gap_analysis_version_id") + "/findings";

        assertThat(desk.assessor().list(path + "?mcr_only=true"))
                .extracting(finding -> text(finding, "requirement_code"))
                .containsExactly("MCR-1");
        assertThat(desk.assessor().list(path + "?assessment_status=not_evidenced"))
                .hasSize(2);
        assertThat(desk.assessor().list(path + "?roc_determination=strictly_conforms"))
                .hasSize(1);
        for (var unknown :
                List.of("assessment_status=nonsense", "roc_determination=nonsense", "limit=101", "cursor=x")) {
            assertThat(desk.assessor().status(path + "?" + unknown)).as(unknown).isEqualTo(400);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void findingsComeInPagesInOrder() {
        var path = "/gap-analysis/" + text(desk.draftedGap(), "gap_analysis_version_id") + "/findings?limit=5";
        var pagination = (Map<String, Object>) desk.assessor().get(path).get("pagination");

        assertThat(pagination).containsEntry("has_more", true);
        assertThat(desk.assessor().list(path + "&cursor=" + pagination.get("next_cursor")))
                .extracting(finding -> text(finding, "gap_code"))
                .containsExactly("GAP-006", "GAP-007");
    }

    @Test
    void std70_withoutAnApprovedSoaNothingIsDrafted() {
        var other = office.analysed().in(desk.tenant(), Line.partial("ID.AM-1", "AST-01"));

        assertThat(desk.assessor()
                        .refused(
                                409,
                                desk.base() + "/gap-analysis/draft",
                                Map.of("soa_version_id", other.soaVersionId())))
                .isEqualTo("APPROVED_SOA_REQUIRED");
        assertThat(desk.assessor().list(desk.base() + "/gap-analysis")).isEmpty();
    }

    @Test
    void std2_anotherOrganizationFindsNothing() {
        var stranger = office.desk(Line.partial("ID.AM-1", "AST-01")).assessor();
        var version = text(desk.draftedGap(), "gap_analysis_version_id");
        var finding = text(desk.findings(version).getFirst(), "gap_finding_id");

        assertThat(stranger.refused(
                        404,
                        desk.base() + "/gap-analysis/draft",
                        Map.of("soa_version_id", desk.assessed().soaVersionId())))
                .isEqualTo("ASSESSMENT_NOT_FOUND");
        assertThat(stranger.status("/gap-analysis/" + version + "/findings")).isEqualTo(404);
        assertThat(stranger.status(desk.base() + "/roc-summary")).isEqualTo(404);
        assertThat(stranger.refusedPatch(404, "/gap-analysis/findings/" + finding, Map.of("impact", 1)))
                .isEqualTo("GAP_FINDING_NOT_FOUND");
    }

    @Test
    void std5_theKeyInTheBodyDraftsOnce() {
        var path = desk.base() + "/gap-analysis/draft";
        var body = Map.of("soa_version_id", desk.assessed().soaVersionId(), "idempotency_key", "gap-1");

        assertThat(desk.assessor().post(201, path, body))
                .isEqualTo(desk.assessor().post(201, path, body));
        assertThat(desk.assessor().list(desk.base() + "/gap-analysis")).hasSize(1);
    }
}
