package eu.bekaa.standard.assurance.soa;

import eu.bekaa.standard.catalog.source.RelationshipType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// SoA items as a draft makes them.
final class Items {
    static final SoaItem NEW = new SoaItem(
            new UUID(0, 1),
            0,
            new UUID(0, 2),
            new UUID(0, 3),
            1,
            new UUID(0, 4),
            new UUID(0, 5),
            "ID.AM-1",
            new UUID(0, 6),
            new UUID(0, 7),
            "AST-02",
            ApplicabilityStatus.REQUIRES_VALIDATION,
            ImplementationStatus.NOT_ASSESSED,
            null,
            null,
            null,
            null,
            EvidenceCoverage.NOT_CHECKED,
            0,
            true,
            null,
            new UUID(0, 8),
            MappingStatus.OFFICIAL_MAPPING,
            RelationshipType.INTERSECTS,
            0.5,
            ResponsibilityType.INTERNAL);

    private Items() {}

    static SoaItem with(ApplicabilityStatus applicability, @Nullable String rationale) {
        return new SoaItem(
                NEW.soaItemId(),
                0,
                NEW.organizationId(),
                NEW.soaVersionId(),
                1,
                NEW.frameworkId(),
                NEW.frameworkRequirementId(),
                "ID.AM-1",
                NEW.scfVersionId(),
                NEW.scfControlId(),
                "AST-02",
                applicability,
                ImplementationStatus.NOT_ASSESSED,
                null,
                rationale,
                rationale,
                null,
                EvidenceCoverage.NOT_CHECKED,
                0,
                false,
                null,
                null,
                MappingStatus.OFFICIAL_MAPPING,
                null,
                null,
                ResponsibilityType.INTERNAL);
    }

    /// A revision of applicability and its rationales, everything else absent.
    static SoaRevision deciding(
            @Nullable ApplicabilityStatus applicability, @Nullable String nonApplicability, @Nullable String scope) {
        return new SoaRevision(applicability, null, null, nonApplicability, scope, null, null, null, null, null, null);
    }
}
