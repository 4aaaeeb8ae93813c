package eu.bekaa.standard.assurance.soa;

import static eu.bekaa.standard.assurance.soa.ApplicabilityStatus.APPLICABLE;
import static eu.bekaa.standard.assurance.soa.ApplicabilityStatus.NOT_APPLICABLE;
import static eu.bekaa.standard.assurance.soa.ApplicabilityStatus.OUT_OF_SCOPE;
import static eu.bekaa.standard.assurance.soa.ApplicabilityStatus.REQUIRES_VALIDATION;
import static eu.bekaa.standard.assurance.soa.ApplicabilityStatus.TO_BE_DEFINED;
import static eu.bekaa.standard.assurance.soa.Items.deciding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoaItemTest {
    private static final Actor ASSESSOR = new Actor.Person(new UUID(9, 1), "a@example.org", "An Assessor", false);
    private static final Actor MACHINE = new Actor.Machine(new UUID(9, 2), "a key");
    private static final EvidenceProposal NOTHING = new EvidenceProposal(EvidenceCoverage.ABSENT, "Nothing found.", 0);
    private static final EvidenceProposal SOMETHING = new EvidenceProposal(EvidenceCoverage.STRONG, "A passage.", 0.82);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void std62_notApplicableNeedsItsRationale(String rationale) {
        refused(deciding(NOT_APPLICABLE, rationale, "in scope"), ErrorCode.NON_APPLICABILITY_RATIONALE_REQUIRED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void std62_outOfScopeNeedsItsRationale(String rationale) {
        refused(deciding(OUT_OF_SCOPE, "not applicable", rationale), ErrorCode.SCOPE_RATIONALE_REQUIRED);
    }

    @Test
    void std62_aRationaleCannotBeTakenAwayWhileItIsNeeded() {
        var item = Items.NEW.revised(deciding(NOT_APPLICABLE, "No software is developed.", null), ASSESSOR);

        assertThatThrownBy(() -> item.revised(deciding(null, " ", null), ASSESSOR))
                .isInstanceOf(Refusal.class);
        assertThat(item.revised(deciding(APPLICABLE, "", null), ASSESSOR).nonApplicabilityRationale())
                .isNull();
    }

    @Test
    void anAbsentComponentKeepsItsValue() {
        var item = Items.NEW.revised(deciding(null, null, null), ASSESSOR);

        assertThat(item).isEqualTo(Items.NEW);
    }

    @Test
    void aPersonsDecisionIsItsValidationAMachinesIsNot() {
        assertThat(Items.NEW.revised(deciding(APPLICABLE, null, null), ASSESSOR).requiresUserValidation())
                .isFalse();
        assertThat(Items.NEW
                        .revised(deciding(TO_BE_DEFINED, null, null), ASSESSOR)
                        .requiresUserValidation())
                .isTrue();
        assertThat(Items.NEW.revised(deciding(APPLICABLE, null, null), MACHINE).requiresUserValidation())
                .isTrue();
    }

    @Test
    void confidenceLiesBetweenZeroAndOne() {
        refused(confidence(1.01), ErrorCode.VALIDATION_ERROR);
        refused(confidence(-0.01), ErrorCode.VALIDATION_ERROR);
        refused(confidence(Double.NaN), ErrorCode.VALIDATION_ERROR);
        assertThat(Items.NEW.revised(confidence(0.9), ASSESSOR).confidenceScore())
                .isEqualTo(0.9);
    }

    @Test
    void std66_nothingFoundIsNotEvidencedAbsentAndToBeValidated() {
        var item = Items.NEW.proposed(NOTHING);

        assertThat(item.implementationStatus()).isEqualTo(ImplementationStatus.NOT_EVIDENCED);
        assertThat(item.evidenceCoverage()).isEqualTo(EvidenceCoverage.ABSENT);
        assertThat(item.applicabilityStatus()).isEqualTo(REQUIRES_VALIDATION);
        assertThat(item.requiresUserValidation()).isTrue();
        assertThat(item.confidenceScore()).isZero();
    }

    @ParameterizedTest
    @EnumSource(ApplicabilityStatus.class)
    void std66_noProposalSaysNotImplementedOrNotApplicable(ApplicabilityStatus applicability) {
        var item = Items.with(applicability, "a rationale");
        for (var proposal : new EvidenceProposal[] {NOTHING, SOMETHING}) {
            var proposed = item.proposed(proposal);

            assertThat(proposed.implementationStatus())
                    .isNotIn(
                            ImplementationStatus.NOT_IMPLEMENTED,
                            ImplementationStatus.NOT_APPLICABLE,
                            ImplementationStatus.IMPLEMENTED);
            assertThat(proposed.applicabilityStatus())
                    .isEqualTo(applicability.decided() ? applicability : REQUIRES_VALIDATION);
        }
    }

    @Test
    void std66_aValidatedDecisionStaysAndIsLookedAtAgainWhenNothingSupportsIt() {
        var decided = Items.NEW.revised(deciding(APPLICABLE, null, null), ASSESSOR);

        assertThat(decided.proposed(SOMETHING).requiresUserValidation()).isFalse();
        assertThat(decided.proposed(NOTHING).requiresUserValidation()).isTrue();
        assertThat(decided.proposed(NOTHING).applicabilityStatus()).isEqualTo(APPLICABLE);
    }

    @Test
    void evidenceFoundLaterTakesBackNotEvidenced() {
        var item = Items.NEW.proposed(NOTHING).proposed(SOMETHING);

        assertThat(item.implementationStatus()).isEqualTo(ImplementationStatus.NOT_ASSESSED);
        assertThat(item.evidenceCoverage()).isEqualTo(EvidenceCoverage.STRONG);
        assertThat(item.confidenceScore()).isEqualTo(0.82);
    }

    private static SoaRevision confidence(double score) {
        return new SoaRevision(null, null, null, null, null, null, null, score, null, null, null);
    }

    private static void refused(SoaRevision revision, ErrorCode code) {
        assertThatThrownBy(() -> Items.NEW.revised(revision, ASSESSOR))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
