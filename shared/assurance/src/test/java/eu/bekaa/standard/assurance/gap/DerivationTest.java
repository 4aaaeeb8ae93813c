package eu.bekaa.standard.assurance.gap;

import static eu.bekaa.standard.assurance.evidence.EvidenceStrength.ABSENT;
import static eu.bekaa.standard.assurance.evidence.EvidenceStrength.CONFLICTING;
import static eu.bekaa.standard.assurance.evidence.EvidenceStrength.PARTIAL;
import static eu.bekaa.standard.assurance.evidence.EvidenceStrength.STRONG;
import static eu.bekaa.standard.assurance.evidence.EvidenceStrength.WEAK;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.evidence.EvidenceStatus;
import eu.bekaa.standard.assurance.evidence.EvidenceStrength;
import eu.bekaa.standard.assurance.gap.Derivation.Case;
import eu.bekaa.standard.assurance.soa.ApplicabilityStatus;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DerivationTest {
    @ParameterizedTest
    @MethodSource("table")
    void std70_theFirstLineOfTheTableThatFitsDecides(
            Case item, AssessmentStatus status, GapType type, Severity severity, boolean validation) {
        assertThat(Derivation.of(item)).isEqualTo(new Derivation(status, type, severity, validation));
    }

    static Stream<Arguments> table() {
        return Stream.of(
                line(
                        item(
                                ApplicabilityStatus.NOT_APPLICABLE,
                                "No such systems.",
                                STRONG,
                                EvidenceStatus.CANDIDATE,
                                0.9),
                        AssessmentStatus.NOT_APPLICABLE_JUSTIFIED,
                        GapType.NOT_APPLICABLE,
                        Severity.INFORMATIONAL,
                        false),
                line(
                        item(ApplicabilityStatus.NOT_APPLICABLE, " ", ABSENT, EvidenceStatus.NOT_EVIDENCED, 0),
                        AssessmentStatus.NOT_APPLICABLE_NOT_JUSTIFIED,
                        GapType.NOT_APPLICABLE,
                        Severity.INFORMATIONAL,
                        true),
                line(
                        item(
                                ApplicabilityStatus.OUT_OF_SCOPE,
                                "Another company's.",
                                ABSENT,
                                EvidenceStatus.CANDIDATE,
                                0),
                        AssessmentStatus.NOT_APPLICABLE_JUSTIFIED,
                        GapType.NOT_APPLICABLE,
                        Severity.INFORMATIONAL,
                        false),
                line(
                        applicable(ABSENT, EvidenceStatus.CANDIDATE, 0.9),
                        AssessmentStatus.NOT_EVIDENCED,
                        GapType.EVIDENCE_GAP,
                        Severity.MEDIUM,
                        true),
                line(
                        applicable(STRONG, EvidenceStatus.NOT_EVIDENCED, 0.9),
                        AssessmentStatus.NOT_EVIDENCED,
                        GapType.EVIDENCE_GAP,
                        Severity.MEDIUM,
                        true),
                line(
                        applicable(CONFLICTING, EvidenceStatus.CONFLICTING, 0.55),
                        AssessmentStatus.REQUIRES_VALIDATION,
                        GapType.EVIDENCE_GAP,
                        Severity.MEDIUM,
                        true),
                line(
                        applicable(PARTIAL, EvidenceStatus.CANDIDATE, 0.68),
                        AssessmentStatus.PARTIALLY_MET,
                        GapType.DOCUMENTATION_GAP,
                        Severity.LOW,
                        true),
                line(
                        applicable(STRONG, EvidenceStatus.CANDIDATE, 0.8),
                        AssessmentStatus.MET,
                        GapType.NO_GAP,
                        Severity.INFORMATIONAL,
                        false),
                line(
                        applicable(STRONG, EvidenceStatus.CANDIDATE, 0.79),
                        AssessmentStatus.REQUIRES_VALIDATION,
                        GapType.EVIDENCE_GAP,
                        Severity.LOW,
                        true),
                line(
                        applicable(WEAK, EvidenceStatus.INSUFFICIENT, 0.35),
                        AssessmentStatus.REQUIRES_VALIDATION,
                        GapType.EVIDENCE_GAP,
                        Severity.LOW,
                        true));
    }

    @ParameterizedTest
    @EnumSource(EvidenceStrength.class)
    void std71_noEvidenceWhateverMakesARequirementNotMet(EvidenceStrength strength) {
        for (var evidence : EvidenceStatus.values()) {
            for (var applicability : ApplicabilityStatus.values()) {
                var drafted = Derivation.of(item(applicability, null, strength, evidence, 0.9));
                assertThat(drafted.status()).isNotEqualTo(AssessmentStatus.NOT_MET);
            }
        }
    }

    @Test
    void std72_aRequirementWithoutAnOfficialControlIsNotDraftedAsMet() {
        var unmapped = new Case(ApplicabilityStatus.APPLICABLE, null, false, STRONG, EvidenceStatus.CANDIDATE, 0.9);

        assertThat(Derivation.of(unmapped).status()).isEqualTo(AssessmentStatus.REQUIRES_VALIDATION);
    }

    private static Case applicable(EvidenceStrength strength, EvidenceStatus evidence, double confidence) {
        return item(ApplicabilityStatus.REQUIRES_VALIDATION, null, strength, evidence, confidence);
    }

    private static Case item(
            ApplicabilityStatus applicability,
            @Nullable String rationale,
            EvidenceStrength strength,
            EvidenceStatus evidence,
            double confidence) {
        return new Case(applicability, rationale, true, strength, evidence, confidence);
    }

    private static Arguments line(
            Case item, AssessmentStatus status, GapType type, Severity severity, boolean validation) {
        return Arguments.of(item, status, type, severity, validation);
    }
}
