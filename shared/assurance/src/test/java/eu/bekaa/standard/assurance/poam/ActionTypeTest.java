package eu.bekaa.standard.assurance.poam;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.Findings;
import eu.bekaa.standard.assurance.gap.GapType;
import eu.bekaa.standard.assurance.gap.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActionTypeTest {
    @ParameterizedTest
    @CsvSource({
        "MET, NO_GAP,",
        "NOT_APPLICABLE_JUSTIFIED, NOT_APPLICABLE,",
        "REQUIRES_VALIDATION, TECHNICAL_GAP, VALIDATION_REQUIRED",
        "NOT_APPLICABLE_NOT_JUSTIFIED, NOT_APPLICABLE, VALIDATION_REQUIRED",
        "NOT_EVIDENCED, EVIDENCE_GAP, EVIDENCE_COLLECTION",
        "PARTIALLY_MET, DOCUMENTATION_GAP, POLICY_UPDATE",
        "PARTIALLY_MET, EVIDENCE_GAP, EVIDENCE_COLLECTION",
        "NOT_MET, IMPLEMENTATION_GAP, TECHNICAL_IMPLEMENTATION",
        "NOT_MET, TECHNICAL_GAP, TECHNICAL_IMPLEMENTATION",
        "NOT_MET, EFFECTIVENESS_GAP, MONITORING_IMPROVEMENT",
        "NOT_MET, MONITORING_GAP, MONITORING_IMPROVEMENT",
        "NOT_MET, GOVERNANCE_GAP, GOVERNANCE_IMPROVEMENT",
        "NOT_MET, CONTRACTUAL_GAP, THIRD_PARTY_ACTION",
        "NOT_MET, NO_GAP, OTHER"
    })
    void std91_statusAndTypeChooseTheAction(AssessmentStatus status, GapType type, @Nullable ActionType action) {
        assertThat(ActionType.answering(status, type).orElse(null)).isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource({
        "EVIDENCE_COLLECTION, CRITICAL, SMALL",
        "VALIDATION_REQUIRED, LOW, SMALL",
        "POLICY_UPDATE, CRITICAL, MEDIUM",
        "PROCEDURE_CREATION, LOW, MEDIUM",
        "TRAINING, LOW, MEDIUM",
        "TECHNICAL_IMPLEMENTATION, LOW, LARGE",
        "THIRD_PARTY_ACTION, LOW, UNKNOWN",
        "THIRD_PARTY_ACTION, CRITICAL, LARGE",
        "GOVERNANCE_IMPROVEMENT, CRITICAL, LARGE",
        "MONITORING_IMPROVEMENT, HIGH, MEDIUM"
    })
    void std93_actionAndSeverityGiveTheEffort(ActionType action, Severity severity, EffortEstimate effort) {
        assertThat(EffortEstimate.of(action, severity)).isEqualTo(effort);
    }

    @ParameterizedTest
    @EnumSource(ActionType.class)
    void std96_whatIsDraftedNamesItsSubjectAndIsNeverGeneric(ActionType action) {
        var subject = Findings.subject("Mechanisms exist to keep an inventory of assets.");
        var remedy = Remedy.of(action, subject, AssessmentStatus.NOT_MET, "GAP-007", "IT Asset Manager");

        assertThat(remedy.correctiveAction()).containsAnyOf("AST-02", "ID.AM-1").doesNotContain("%s", "null");
        assertThat(remedy.correctiveAction().toLowerCase(Locale.ROOT))
                .doesNotContain("fix issue", "remediate gap", "improve control");
        assertThat(remedy.expectedEvidence())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).isNotBlank())
                .contains("E-AST-04 (SCF evidence request for AST-02)");
        assertThat(remedy.acceptanceCriteria())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).isNotBlank());
        assertThat(remedy.firstStep()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "AST-02, IT Asset Manager",
        "IAC-10.1, Identity and Access Manager",
        "XYZ-01, Information Security Manager",
        ", Information Security Manager"
    })
    void theRoleThatOwnsAControlFollowsFromItsDomain(@Nullable String control, String role) {
        assertThat(new OwnerRoles().of(control)).isEqualTo(role);
    }
}
