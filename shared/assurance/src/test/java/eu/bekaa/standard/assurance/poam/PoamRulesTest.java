package eu.bekaa.standard.assurance.poam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.Findings;
import eu.bekaa.standard.assurance.gap.GapType;
import eu.bekaa.standard.assurance.gap.Severity;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoamRulesTest {
    private static final UUID DOMAIN = new UUID(11, 11);

    @Test
    void std96_whatIsDraftedCanBeReviewed() {
        assertThat(blockers(item(Findings.CONTROL))).isEmpty();
        assertThat(PoamRules.warnings(List.of(item(Findings.CONTROL)))).isEmpty();
    }

    @Test
    void std96_anItemNeedsActionEvidenceCriteriaAndOwner() {
        assertThat(blockers(revised(" ", null, null, null, null)))
                .containsExactly("POAM-001 has no corrective action.");
        assertThat(blockers(revised(null, List.of(" "), null, null, null)))
                .containsExactly("POAM-001 names no expected evidence.");
        assertThat(blockers(revised(null, null, List.of(), null, null)))
                .containsExactly("POAM-001 has no acceptance criteria.");
        assertThat(blockers(revised(null, null, null, "", null))).containsExactly("POAM-001 has no owner.");
    }

    @Test
    void std96_genericWordingNeedsFullTraceability() {
        var generic = revision("Remediate  gap in asset management", null, null, null, null);

        assertThat(blockers(item(Findings.CONTROL).revised(generic))).isEmpty();
        assertThat(blockers(item(null).revised(generic))).hasSize(1);
    }

    @Test
    void std96_aValidationAsksAUser() {
        assertThat(blockers(revised(null, null, null, null, false)))
                .containsExactly("POAM-001 is a validation that asks no user to validate.");
    }

    @Test
    void std96_lowConfidenceIsAWarning() {
        var unsure = Findings.finding(
                1,
                AssessmentStatus.NOT_EVIDENCED,
                GapType.EVIDENCE_GAP,
                Severity.MEDIUM,
                0.35,
                Findings.CONTROL,
                null,
                "None.");
        var items = planning().draw(List.of(unsure)).items();

        assertThat(PoamRules.blockers(items)).isEmpty();
        assertThat(PoamRules.warnings(items)).containsExactly("POAM-001 has a confidence of 0.35, below 0.5.");
    }

    @Test
    void std97_anAcceptedRiskCarriesItsExpiry() {
        var item = item(Findings.CONTROL);

        assertThatThrownBy(() -> item.revised(accepting(null)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR));
        var end = LocalDate.of(2027, 1, 1);
        assertThat(item.revised(accepting(end)).riskAcceptanceExpiresAt()).isEqualTo(end);
    }

    private static List<String> blockers(PoamItem item) {
        return PoamRules.blockers(List.of(item));
    }

    private static PoamItem revised(
            @Nullable String action,
            @Nullable List<String> evidence,
            @Nullable List<String> criteria,
            @Nullable String owner,
            @Nullable Boolean validation) {
        return item(Findings.CONTROL).revised(revision(action, evidence, criteria, owner, validation));
    }

    private static PoamRevision revision(
            @Nullable String action,
            @Nullable List<String> evidence,
            @Nullable List<String> criteria,
            @Nullable String owner,
            @Nullable Boolean validation) {
        return new PoamRevision(
                action,
                null,
                null,
                null,
                null,
                null,
                null,
                owner,
                null,
                null,
                evidence,
                criteria,
                null,
                null,
                null,
                null,
                validation,
                null);
    }

    private static PoamRevision accepting(@Nullable LocalDate expiry) {
        return new PoamRevision(
                null,
                ActionType.RISK_ACCEPTANCE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                expiry);
    }

    private static PoamItem item(@Nullable UUID control) {
        var finding = Findings.finding(
                1,
                AssessmentStatus.REQUIRES_VALIDATION,
                GapType.EVIDENCE_GAP,
                Severity.LOW,
                0.7,
                control,
                null,
                "Unclear.");
        return planning().draw(List.of(finding)).items().getFirst();
    }

    private static Planning planning() {
        return new Planning(
                new UUID(12, 12),
                LocalDate.of(2026, 11, 21),
                false,
                Map.of(),
                Map.of(),
                control -> DOMAIN,
                finding -> Findings.subject("Mechanisms exist to keep inventories."),
                () -> new UUID(13, 1));
    }
}
