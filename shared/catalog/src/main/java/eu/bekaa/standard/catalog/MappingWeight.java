package eu.bekaa.standard.catalog;

import eu.bekaa.standard.catalog.source.RelationshipType;
import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How much of a requirement a control answers.
/// @param strengthScore 0.1 to 0.9; null where the source states none
@Introspected
public record MappingWeight(
        UUID scfControlId,
        RelationshipType relationshipType,
        @Nullable Double strengthScore) {
    /// The share of the requirement that the control satisfies when it is fully effective (STD-13).
    public double weight() {
        return relationshipType.weight(strengthScore);
    }

    /// The most that [#weight] can be (STD-14).
    public double maximumWeight() {
        return relationshipType.maximumWeight(strengthScore);
    }
}
