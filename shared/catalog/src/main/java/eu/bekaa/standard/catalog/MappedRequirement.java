package eu.bekaa.standard.catalog;

import java.util.List;

/// A requirement with its official mappings in one version; none when the version leaves it unmapped (STD-12).
public record MappedRequirement(Requirement requirement, List<Mapping> mappings) {
    public MappedRequirement {
        mappings = List.copyOf(mappings);
    }
}
