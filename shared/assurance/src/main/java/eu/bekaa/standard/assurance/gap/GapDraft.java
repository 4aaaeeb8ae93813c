package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.assurance.evidence.EvidenceFinding;
import eu.bekaa.standard.assurance.evidence.EvidenceStatus;
import eu.bekaa.standard.assurance.evidence.EvidenceStrength;
import eu.bekaa.standard.assurance.evidence.Signal;
import eu.bekaa.standard.assurance.soa.ApplicabilityStatus;
import eu.bekaa.standard.assurance.soa.SoaItem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Drafts the findings of a gap analysis: one per SoA item, in its order (STD-70). The same items and evidence give the
/// same findings.
/// @param version  the gap analysis version the findings belong to
/// @param evidence by SoA item
record GapDraft(UUID version, Map<UUID, EvidenceFinding> evidence, Subjects subjects, Supplier<UUID> ids) {
    private static final String NOT_LOOKED_AT = "The evidence analysis did not look at this item.";

    /// What the evidence analysis found for an item; nothing where it did not look.
    private record Evidence(
            @Nullable UUID id,
            EvidenceStrength strength,
            EvidenceStatus status,
            double confidence,
            Set<Signal> signals,
            String text) {
        static Evidence of(@Nullable EvidenceFinding found) {
            if (found == null) {
                return new Evidence(
                        null, EvidenceStrength.ABSENT, EvidenceStatus.NOT_EVIDENCED, 0, Set.of(), NOT_LOOKED_AT);
            }
            return new Evidence(
                    found.evidenceFindingId(),
                    found.evidenceStrength(),
                    found.evidenceStatus(),
                    found.confidenceScore(),
                    found.signals(),
                    text(found));
        }

        private static String text(EvidenceFinding found) {
            var limitations = String.join(" ", found.evidenceLimitations());
            return limitations.isEmpty() ? found.evidenceSummary() : found.evidenceSummary() + " " + limitations;
        }
    }

    List<GapFinding> findings(List<SoaItem> items) {
        return items.stream().map(this::finding).toList();
    }

    private GapFinding finding(SoaItem item) {
        var found = Evidence.of(evidence.get(item.soaItemId()));
        var judgement = judgement(item, found);
        var weight = subjects.weight(item.scfControlId());
        var maturity = IndicatedMaturity.of(judgement.assessmentStatus(), found.strength(), found.signals());
        var risk = judgement.risk(weight, maturity.level());
        return new GapFinding(
                ids.get(),
                0,
                item.organizationId(),
                version,
                item.ordinal(),
                GapFinding.code(item.ordinal()),
                item.soaVersionId(),
                item.soaItemId(),
                item.frameworkId(),
                item.frameworkRequirementId(),
                item.requirementCode(),
                item.scfVersionId(),
                item.scfControlId(),
                item.controlCode(),
                found.id(),
                judgement.assessmentStatus(),
                judgement.gapType(),
                judgement.severity(),
                subjects.isMcr(item.frameworkRequirementId()),
                judgement.impact(),
                judgement.likelihood(),
                judgement.gapSummary(),
                judgement.gapRationale(),
                judgement.recommendationSummary(),
                judgement.confidenceScore(),
                judgement.requiresUserValidation(),
                risk.inherent(),
                risk.residual(),
                judgement.conformity());
    }

    private Judgement judgement(SoaItem item, Evidence found) {
        var justification = item.applicabilityStatus() == ApplicabilityStatus.OUT_OF_SCOPE
                ? item.scopeRationale()
                : item.nonApplicabilityRationale();
        var derived = Derivation.of(new Derivation.Case(
                item.applicabilityStatus(),
                justification,
                item.scfControlId() != null,
                found.strength(),
                found.status(),
                found.confidence()));
        var subject = subjects.of(item.frameworkRequirementId(), item.requirementCode(), item.scfControlId());
        var wording = GapWording.of(derived, subject, found.strength(), justification, found.text());
        return new Judgement(
                derived.status(),
                derived.type(),
                derived.severity(),
                null,
                null,
                wording.summary(),
                wording.rationale(),
                wording.recommendation(),
                derived.status().applies() ? found.confidence() : 1,
                derived.requiresValidation());
    }
}
