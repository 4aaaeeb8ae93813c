package eu.bekaa.standard.assurance.soa;

/// What the documents say about an item. A proposal: it decides neither applicability nor implementation (STD-66).
/// @param summary    what was found and where, or that nothing was
/// @param confidence how far it carries, 0 to 1
public record EvidenceProposal(EvidenceCoverage coverage, String summary, double confidence) {
    /// The proposal as a change of an item: what a person has decided stays.
    SoaRevision on(SoaItem item) {
        return new SoaRevision(
                item.applicabilityStatus().decided() ? null : ApplicabilityStatus.REQUIRES_VALIDATION,
                implementation(item.implementationStatus()),
                null,
                null,
                null,
                summary,
                coverage,
                confidence,
                null,
                null,
                null);
    }

    /// Whether a person must look at the item: always before they validated it, and again when nothing supports it.
    boolean toBeValidated(SoaItem item) {
        boolean validated = item.applicabilityStatus().decided() && !item.requiresUserValidation();
        return !validated || coverage == EvidenceCoverage.ABSENT || coverage == EvidenceCoverage.CONFLICTING;
    }

    private ImplementationStatus implementation(ImplementationStatus now) {
        return switch (now) {
            case NOT_ASSESSED, NOT_EVIDENCED ->
                coverage == EvidenceCoverage.ABSENT
                        ? ImplementationStatus.NOT_EVIDENCED
                        : ImplementationStatus.NOT_ASSESSED;
            case IMPLEMENTED, PARTIALLY_IMPLEMENTED, NOT_IMPLEMENTED, NOT_APPLICABLE -> now;
        };
    }
}
