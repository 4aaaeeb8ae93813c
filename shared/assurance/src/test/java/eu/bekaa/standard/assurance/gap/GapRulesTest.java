package eu.bekaa.standard.assurance.gap;

import static eu.bekaa.standard.assurance.gap.Findings.CONTROL;
import static eu.bekaa.standard.assurance.gap.Findings.EVIDENCE;
import static eu.bekaa.standard.assurance.gap.Findings.finding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GapRulesTest {
    @Test
    void std72_metNeedsAControlAnEvidenceLinkAndARationale() {
        assertThat(blockers(AssessmentStatus.MET, GapType.NO_GAP, CONTROL, EVIDENCE, "Seen."))
                .isEmpty();
        assertThat(blockers(AssessmentStatus.MET, GapType.NO_GAP, null, EVIDENCE, "Seen."))
                .containsExactly("GAP-001 is met, without an official SCF control.");
        assertThat(blockers(AssessmentStatus.MET, GapType.NO_GAP, CONTROL, null, "Seen."))
                .hasSize(1);
        assertThat(blockers(AssessmentStatus.MET, GapType.NO_GAP, CONTROL, EVIDENCE, " "))
                .hasSize(1);
        assertThat(blockers(AssessmentStatus.MET, GapType.NO_GAP, CONTROL, EVIDENCE, null))
                .hasSize(1);
    }

    @Test
    void std72_notMetNeedsARationale() {
        assertThat(blockers(AssessmentStatus.NOT_MET, GapType.TECHNICAL_GAP, CONTROL, null, "Tested."))
                .isEmpty();
        assertThat(blockers(AssessmentStatus.NOT_MET, GapType.TECHNICAL_GAP, CONTROL, null, null))
                .containsExactly("GAP-001 is not met, without a rationale.");
    }

    @Test
    void std72_whatIsNotEvidencedIsAnEvidenceGap() {
        assertThat(blockers(AssessmentStatus.NOT_EVIDENCED, GapType.EVIDENCE_GAP, CONTROL, null, null))
                .isEmpty();
        assertThat(blockers(AssessmentStatus.NOT_EVIDENCED, GapType.TECHNICAL_GAP, CONTROL, null, null))
                .hasSize(1);
    }

    @Test
    void std71_notMetIsStatedTogetherWithAReason() {
        var judgement = finding(AssessmentStatus.NOT_EVIDENCED, GapType.EVIDENCE_GAP, Severity.MEDIUM)
                .judgement();

        assertThatThrownBy(() -> judgement.revised(to(AssessmentStatus.NOT_MET, null)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.GAP_RATIONALE_REQUIRED));
        assertThat(judgement.revised(to(AssessmentStatus.NOT_MET, "Tested.")).gapRationale())
                .isEqualTo("Tested.");
    }

    @Test
    void aRationaleIsNotCarriedOverToAnotherStatus() {
        var judgement = finding(AssessmentStatus.NOT_EVIDENCED, GapType.EVIDENCE_GAP, Severity.MEDIUM)
                .judgement();

        assertThat(judgement.revised(to(AssessmentStatus.MET, null)).gapRationale())
                .isNull();
        assertThat(judgement.revised(to(AssessmentStatus.NOT_EVIDENCED, null)).gapRationale())
                .isNotNull();
    }

    @Test
    void std70_codesGrowPast999() {
        assertThat(GapFinding.code(1)).isEqualTo("GAP-001");
        assertThat(GapFinding.code(999)).isEqualTo("GAP-999");
        assertThat(GapFinding.code(1000)).isEqualTo("GAP-1000");
    }

    private static GapRevision to(AssessmentStatus status, @Nullable String rationale) {
        return new GapRevision(status, null, null, null, null, null, rationale, null, null, null);
    }

    private static List<String> blockers(
            AssessmentStatus status,
            GapType type,
            @Nullable UUID control,
            @Nullable UUID evidence,
            @Nullable String rationale) {
        return GapRules.blockers(List.of(finding(1, status, type, Severity.LOW, 0.7, control, evidence, rationale)));
    }
}
