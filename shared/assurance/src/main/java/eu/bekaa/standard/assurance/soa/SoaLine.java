package eu.bekaa.standard.assurance.soa;

import eu.bekaa.standard.kernel.ErrorCode;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/// What the rules of a review look at in an item.
@Introspected
record SoaLine(
        String requirementCode,
        @Nullable String controlCode,
        ApplicabilityStatus applicabilityStatus,
        boolean hasNonApplicabilityRationale,
        boolean hasScopeRationale,
        EvidenceCoverage evidenceCoverage,
        MappingStatus mappingStatus) {
    static SoaLine of(SoaItem item) {
        return new SoaLine(
                item.requirementCode(),
                item.controlCode(),
                item.applicabilityStatus(),
                item.nonApplicabilityRationale() != null,
                item.scopeRationale() != null,
                item.evidenceCoverage(),
                item.mappingStatus());
    }

    /// The code of the missing rationale, or null (STD-62).
    @Nullable
    ErrorCode unjustified() {
        return switch (applicabilityStatus) {
            case NOT_APPLICABLE -> hasNonApplicabilityRationale ? null : ErrorCode.NON_APPLICABILITY_RATIONALE_REQUIRED;
            case OUT_OF_SCOPE -> hasScopeRationale ? null : ErrorCode.SCOPE_RATIONALE_REQUIRED;
            case APPLICABLE, PARTIALLY_APPLICABLE, TO_BE_DEFINED, REQUIRES_VALIDATION -> null;
        };
    }

    /// The item as people name it: `ID.AM-1 / AST-02`.
    String name() {
        return controlCode == null ? requirementCode : requirementCode + " / " + controlCode;
    }
}
