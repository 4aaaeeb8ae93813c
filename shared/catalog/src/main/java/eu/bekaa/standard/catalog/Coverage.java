package eu.bekaa.standard.catalog;

import eu.bekaa.standard.catalog.source.RelationshipType;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// How far a version maps a framework.
@Serdeable
@Introspected
@Schema(description = "How far an SCF version maps a framework.")
public record Coverage(
        @Schema(description = "Id of the framework.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID frameworkId,

        @Schema(description = "Id of the SCF version.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfVersionId,

        @Schema(description = "Requirements of the framework.", example = "108")
        int requirementCount,

        @Schema(description = "Requirements that at least one control answers.", example = "108")
        int mappedRequirementCount,

        @Schema(description = "Controls that answer at least one requirement.", example = "119")
        int controlCount,

        @Schema(description = "Official mappings between them.", example = "170")
        int officialMappingCount,

        @Schema(
                description = "Pairs looked at by the SCF and found unrelated (no_relation); they cover nothing.",
                example = "0")
        int unrelatedCount,

        @Schema(
                description = "Mappings by operator: equal, subset, intersects, superset, no_relation.",
                example = "{\"equal\": 12, \"subset\": 20, \"intersects\": 138, \"superset\": 0, \"no_relation\": 0}")
        Map<String, Integer> relationships,

        @Schema(
                description = "Requirements that at least one control answers, as a share of all, 0 to 100.",
                example = "100.0")
        double coveragePercentage,

        @Schema(
                description =
                        "The same, each requirement counting as far as its best control can satisfy it: equal and subset"
                                + " 1.0, intersects its strength or 0.5, superset at most 0.5 (STD-13).",
                example = "61.5")
        double weightedCoveragePercentage,

        @Schema(description = "Whether the record comes from a fixture.", example = "false")
        boolean isSynthetic) {
    private static final double PERCENT = 100.0;

    /// @param lines every requirement with each of its official mappings, or once without any
    static Coverage of(UUID frameworkId, ScfVersion version, List<MappingRows.CoverageLine> lines) {
        var best = new HashMap<UUID, Double>();
        var controls = new HashSet<UUID>();
        var relationships = new LinkedHashMap<String, Integer>();
        for (var type : RelationshipType.values()) {
            relationships.put(type.toString(), 0);
        }
        int mappings = 0;
        for (var line : lines) {
            best.putIfAbsent(line.requirementId(), 0.0);
            var type = line.relationshipType();
            if (type != null) {
                mappings++;
                relationships.merge(type.toString(), 1, Integer::sum);
                if (type != RelationshipType.NO_RELATION) {
                    controls.add(line.controlId());
                    best.merge(line.requirementId(), type.weight(line.strengthScore()), Math::max);
                }
            }
        }
        int mapped = (int) best.values().stream().filter(weight -> weight > 0).count();
        double weights = best.values().stream().mapToDouble(Double::doubleValue).sum();
        return new Coverage(
                frameworkId,
                version.scfVersionId(),
                best.size(),
                mapped,
                controls.size(),
                mappings,
                relationships.getOrDefault(RelationshipType.NO_RELATION.toString(), 0),
                relationships,
                share(mapped, best.size()),
                share(weights, best.size()),
                version.isSynthetic());
    }

    private static double share(double part, int whole) {
        return whole == 0 ? 0 : Math.round(part * PERCENT * PERCENT / whole) / PERCENT;
    }
}
