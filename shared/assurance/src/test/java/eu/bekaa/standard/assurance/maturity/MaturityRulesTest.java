package eu.bekaa.standard.assurance.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MaturityRulesTest {
    @Test
    void std81_aReviewNeedsScoresWithRationalesOrAnException() {
        var unexplained = score(1, 2, 0.8, " ");

        assertThat(MaturityRules.blockers(List.of(), null)).hasSize(1);
        assertThat(MaturityRules.blockers(List.of(unexplained), " "))
                .containsExactly("The score of AST-01 has no rationale.");
        assertThat(MaturityRules.blockers(List.of(unexplained), "Agreed with the board."))
                .isEmpty();
        assertThat(MaturityRules.blockers(List.of(score(1, 2, 0.8, "Seen.")), null))
                .isEmpty();
    }

    @Test
    void std81_lowConfidenceAndMostlyLevelZeroAreWarnings() {
        var one = score(1, 0, 0.3, "Seen.");
        var two = score(2, 0, 0.8, "Seen.");
        var three = score(3, 1, 0.8, "Seen.");

        assertThat(MaturityRules.warnings(List.of(one, two, three))).hasSize(2);
        assertThat(MaturityRules.warnings(List.of(two, three))).isEmpty();
    }

    @Test
    void std80_aScoreIsChangedTogetherWithARationale() {
        var score = score(1, 2, 0.8, "Seen.");

        assertThatThrownBy(() -> score.revised(new MaturityScore.Revision(4, null, null, null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR));
        assertThat(score.revised(new MaturityScore.Revision(4, "Measured.", null, null))
                        .score())
                .isEqualTo(4);
        assertThat(score.revised(new MaturityScore.Revision(null, null, 0.5, null))
                        .evidenceCoverage())
                .isEqualTo(0.5);
        assertThatThrownBy(() -> score.revised(new MaturityScore.Revision(6, "Measured.", null, null)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aSummaryAveragesOnlyWhatApplies() {
        var summary = MaturitySummary.of(List.of(
                score(1, 3, 0.8, "Seen."),
                score(2, 2, 0.8, "Seen."),
                score(3, 0, 1, "Does not apply.", AssessmentStatus.NOT_APPLICABLE_JUSTIFIED)));

        assertThat(summary.totalControlsScored()).isEqualTo(3);
        assertThat(summary.averageScore()).isEqualTo(2.5);
        assertThat(summary.scoreDistribution())
                .containsEntry("0", 1L)
                .containsEntry("3", 1L)
                .containsEntry("5", 0L);
        assertThat(summary.notApplicableControls()).isEqualTo(1);
        assertThat(summary.lowestScoringControls()).extracting("controlCode").containsExactly("AST-02", "AST-01");
        assertThat(summary.domains()).containsExactly(new MaturitySummary.DomainMaturity("AST", 2, 2.5));
        assertThat(MaturitySummary.of(List.of()).averageScore()).isNull();
    }

    private static MaturityScore score(int ordinal, int score, double confidence, String rationale) {
        return score(ordinal, score, confidence, rationale, AssessmentStatus.MET);
    }

    private static MaturityScore score(
            int ordinal, int score, double confidence, String rationale, AssessmentStatus status) {
        return new MaturityScore(
                new UUID(1, ordinal),
                0,
                new UUID(9, 9),
                new UUID(2, 2),
                ordinal,
                new UUID(3, ordinal),
                "AST-%02d".formatted(ordinal),
                "AST",
                status,
                score,
                confidence,
                rationale,
                0.5,
                null,
                null);
    }
}
