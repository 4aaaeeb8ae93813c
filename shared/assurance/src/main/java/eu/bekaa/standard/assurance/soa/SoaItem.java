package eu.bekaa.standard.assurance.soa;

import static java.util.Objects.requireNonNullElse;

import eu.bekaa.standard.catalog.source.RelationshipType;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Version;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of a Statement of Applicability: a requirement and one control that officially answers it (STD-60).
@Serdeable
@MappedEntity("soa_item")
public record SoaItem(
        @Schema(description = "The item", example = "019aa3c2-7d10-7c41-8b55-0a1d2f3e4c5b") @Id
        UUID soaItemId,

        @Schema(description = "Grows by one with every change of the item", example = "0") @Version
        int rowVersion,

        @Schema(description = "The organization", example = "019aa3c2-0000-7c41-8b55-0a1d2f3e4c5b")
        UUID organizationId,

        @Schema(description = "The SoA version it belongs to", example = "019aa3c2-7d11-7a02-9c1e-4b5a6c7d8e9f")
        UUID soaVersionId,

        @Schema(description = "Its place in the version, from 1: requirement by requirement", example = "1")
        int ordinal,

        @Schema(description = "The framework", example = "019aa3c2-7d12-7a02-9c1e-4b5a6c7d8e9f")
        UUID frameworkId,

        @Schema(description = "The requirement", example = "019aa3c2-7d13-7a02-9c1e-4b5a6c7d8e9f")
        UUID frameworkRequirementId,

        @Schema(description = "The requirement's code in its framework", example = "ID.AM-1")
        String requirementCode,

        @Schema(description = "The pinned SCF version", example = "019aa3c2-7d14-7a02-9c1e-4b5a6c7d8e9f")
        UUID scfVersionId,

        @Schema(
                description = "The control; null where no official mapping exists",
                example = "019aa3c2-7d15-7a02-9c1e-4b5a6c7d8e9f")
        @Nullable
        UUID scfControlId,

        @Schema(description = "The control's code; null where no official mapping exists", example = "AST-02") @Nullable
        String controlCode,

        @Schema(description = "Whether it concerns the organization", example = "applicable")
        ApplicabilityStatus applicabilityStatus,

        @Schema(description = "How far it is put into practice", example = "not_assessed")
        ImplementationStatus implementationStatus,

        @Schema(description = "Why it applies", example = "Production runs on company hardware.") @Nullable
        String applicabilityRationale,

        @Schema(
                description = "Why it does not apply; required for not_applicable",
                example = "No software is developed.")
        @Nullable
        String nonApplicabilityRationale,

        @Schema(
                description = "Why it is left out; required for out_of_scope",
                example = "The plant is assessed separately.")
        @Nullable
        String scopeRationale,

        @Schema(
                description = "What the documents say, with the source",
                example = "\"Assets are inventoried.\" (asset-policy.pdf, page 3)")
        @Nullable
        String evidenceSummary,

        @Schema(description = "How well the documents support it", example = "partial")
        EvidenceCoverage evidenceCoverage,

        @Schema(description = "How far the item can be relied on, 0 to 1", example = "0.68")
        double confidenceScore,

        @Schema(description = "Whether a person still has to confirm it", example = "true")
        boolean requiresUserValidation,

        @Schema(description = "Notes of whoever validated it", example = "Confirmed with IT operations.") @Nullable
        String validationNotes,

        @Schema(description = "The official mapping it was made from", example = "019aa3c2-7d16-7a02-9c1e-4b5a6c7d8e9f")
        @Nullable
        UUID sourceMappingId,

        @Schema(description = "Whether the catalog maps the requirement", example = "official_mapping")
        MappingStatus mappingStatus,

        @Schema(description = "How requirement and control relate", example = "intersects") @Nullable
        RelationshipType relationshipType,

        @Schema(description = "How strongly they relate, 0 to 1", example = "0.5") @Nullable
        Double relationshipStrength,

        @Schema(description = "Who answers for it", example = "internal")
        ResponsibilityType responsibilityType) {
    public SoaItem {
        if (!(confidenceScore >= 0 && confidenceScore <= 1)) {
            throw Refusal.invalid("confidence_score", "confidence_score lies between 0 and 1.");
        }
    }

    /// The item as an assessor leaves it. A person's decision about applicability is its validation, unless they
    /// say otherwise; a machine's is a proposal, and only a person can take back the need for one. The confidence
    /// says how far evidence carries, so it stays what it was unless given.
    /// @throws Refusal `NON_APPLICABILITY_RATIONALE_REQUIRED`, `SCOPE_RATIONALE_REQUIRED` (STD-62)
    SoaItem revised(SoaRevision to, Actor by) {
        var item = with(to, toValidate(to, by));
        var line = SoaLine.of(item);
        var missing = line.unjustified();
        if (missing != null) {
            throw new Refusal(missing, line.name() + " needs a rationale: it is " + item.applicabilityStatus + ".");
        }
        return item;
    }

    private boolean toValidate(SoaRevision to, Actor by) {
        return switch (by) {
            case Actor.Person person -> requireNonNullElse(to.requiresUserValidation(), undecided(to));
            case Actor.Machine machine -> true;
            case Actor.Worker worker -> true;
        };
    }

    private boolean undecided(SoaRevision to) {
        return to.applicabilityStatus() == null
                ? requiresUserValidation
                : !to.applicabilityStatus().decided();
    }

    /// The same item with what the documents say (STD-66).
    SoaItem proposed(EvidenceProposal proposal) {
        return with(proposal.on(this), proposal.toBeValidated(this));
    }

    /// This item with what an earlier one says, for another SCF version: what was decided and what the documents gave.
    /// @param toBeValidated whether a person has to look at it although they had validated the earlier one
    public SoaItem carrying(SoaItem earlier, boolean toBeValidated) {
        var said = new SoaRevision(
                earlier.applicabilityStatus,
                earlier.implementationStatus,
                earlier.applicabilityRationale,
                earlier.nonApplicabilityRationale,
                earlier.scopeRationale,
                earlier.evidenceSummary,
                earlier.evidenceCoverage,
                earlier.confidenceScore,
                null,
                earlier.validationNotes,
                earlier.responsibilityType);
        return with(said, toBeValidated || earlier.requiresUserValidation);
    }

    /// The item as a person who has looked at it leaves it.
    SoaItem confirmed() {
        return with(SoaRevision.NOTHING, false);
    }

    private SoaItem with(SoaRevision to, boolean toBeValidated) {
        return new SoaItem(
                soaItemId,
                rowVersion,
                organizationId,
                soaVersionId,
                ordinal,
                frameworkId,
                frameworkRequirementId,
                requirementCode,
                scfVersionId,
                scfControlId,
                controlCode,
                requireNonNullElse(to.applicabilityStatus(), applicabilityStatus),
                requireNonNullElse(to.implementationStatus(), implementationStatus),
                text(to.applicabilityRationale(), applicabilityRationale),
                text(to.nonApplicabilityRationale(), nonApplicabilityRationale),
                text(to.scopeRationale(), scopeRationale),
                text(to.evidenceSummary(), evidenceSummary),
                requireNonNullElse(to.evidenceCoverage(), evidenceCoverage),
                requireNonNullElse(to.confidenceScore(), confidenceScore),
                toBeValidated,
                text(to.validationNotes(), validationNotes),
                sourceMappingId,
                mappingStatus,
                relationshipType,
                relationshipStrength,
                requireNonNullElse(to.responsibilityType(), responsibilityType));
    }

    private static @Nullable String text(@Nullable String given, @Nullable String kept) {
        return given == null ? kept : given.isBlank() ? null : given.strip();
    }
}
