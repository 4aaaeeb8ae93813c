package eu.bekaa.standard.assurance.soa;

import eu.bekaa.standard.catalog.MappedRequirement;
import eu.bekaa.standard.catalog.Mapping;
import eu.bekaa.standard.catalog.Requirement;
import eu.bekaa.standard.catalog.source.RelationshipType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the lines of a new SoA from the catalog (STD-60, STD-61).
/// @param versionId the draft that the lines belong to
/// @param ids       an id for each line
record SoaDrafting(UUID organizationId, UUID versionId, UUID frameworkId, UUID scfVersionId, Supplier<UUID> ids) {
    private static final String REQUIREMENTS = "requirement_count";
    private static final String ITEMS = "item_count";
    private static final String UNMAPPED = "unmapped_requirement_count";

    /// What [#counts] counts.
    static final Set<String> COUNTS = Set.of(REQUIREMENTS, ITEMS, UNMAPPED);

    /// What a version says about its lines beside them.
    static Map<String, Object> counts(List<SoaItem> items) {
        return Map.of(
                REQUIREMENTS,
                        items.stream()
                                .map(SoaItem::frameworkRequirementId)
                                .distinct()
                                .count(),
                ITEMS, items.size(),
                UNMAPPED,
                        items.stream()
                                .filter(item -> item.mappingStatus() == MappingStatus.NO_OFFICIAL_MAPPING)
                                .count());
    }

    /// One line per official mapping of each requirement, or a single one without a control where there is none. A
    /// mapping that states that the two have nothing to do with each other is none.
    /// @param requirements in the framework's order, which the lines keep
    List<SoaItem> items(List<MappedRequirement> requirements) {
        var items = new ArrayList<SoaItem>();
        for (var mapped : requirements) {
            var official = mapped.mappings().stream()
                    .filter(Mapping::isOfficial)
                    .filter(mapping -> mapping.relationshipType() != RelationshipType.NO_RELATION)
                    .sorted(Comparator.comparing(Mapping::controlCode))
                    .toList();
            if (official.isEmpty()) {
                items.add(item(items.size() + 1, mapped.requirement(), null));
            }
            official.forEach(mapping -> items.add(item(items.size() + 1, mapped.requirement(), mapping)));
        }
        return List.copyOf(items);
    }

    private SoaItem item(int ordinal, Requirement requirement, @Nullable Mapping mapping) {
        return new SoaItem(
                ids.get(),
                0,
                organizationId,
                versionId,
                ordinal,
                frameworkId,
                requirement.requirementId(),
                requirement.requirementCode(),
                scfVersionId,
                mapping == null ? null : mapping.scfControlId(),
                mapping == null ? null : mapping.controlCode(),
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
                mapping == null ? null : mapping.id(),
                mapping == null ? MappingStatus.NO_OFFICIAL_MAPPING : MappingStatus.OFFICIAL_MAPPING,
                mapping == null ? null : mapping.relationshipType(),
                mapping == null ? null : mapping.relationshipStrength(),
                ResponsibilityType.INTERNAL);
    }
}
