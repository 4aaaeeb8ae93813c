package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.source.Codes;
import eu.bekaa.standard.catalog.source.Findings;
import eu.bekaa.standard.catalog.source.RelationshipType;
import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.catalog.source.SourceWarning;
import eu.bekaa.standard.catalog.source.SourceWarning.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Reads the frameworks of a fixture: requirements, and mappings with their operators (STD-13).
final class FixtureFrameworks {
    private FixtureFrameworks() {}

    static ScfContent.Framework read(
            Fixture.FixtureFramework framework, Set<String> controlCodes, List<String> wrong, Findings warnings) {
        var codes = Fixture.unique(
                wrong,
                "requirement of " + framework.name(),
                framework.requirements().stream()
                        .map(Fixture.FixtureRequirement::code)
                        .toList());
        var pairs = new HashSet<List<String>>();
        var mappings = new ArrayList<ScfContent.Mapping>();
        for (var mapping : framework.mappings()) {
            var pair = List.of(mapping.controlCode(), mapping.requirementCode());
            if (!controlCodes.contains(mapping.controlCode()) || !codes.contains(mapping.requirementCode())) {
                wrong.add("The mapping of " + pair + " names a control or requirement that is not listed.");
            } else if (!pairs.add(pair)) {
                wrong.add("The mapping of " + pair + " is stated twice.");
            } else {
                mappings.add(mapping(mapping, wrong, warnings));
            }
        }
        return new ScfContent.Framework(
                Codes.framework(framework.name()),
                Codes.oneLine(framework.name()),
                framework.version(),
                framework.publisher(),
                framework.jurisdiction(),
                null,
                null,
                framework.requirements().stream()
                        .map(one -> new ScfContent.Requirement(
                                one.code(),
                                Objects.requireNonNullElse(one.title(), one.code()),
                                one.text(),
                                Boolean.TRUE.equals(one.isMcr()),
                                one.mcrRationale()))
                        .sorted(Comparator.comparing(one -> Codes.naturalOrder(one.code())))
                        .toList(),
                mappings);
    }

    private static ScfContent.Mapping mapping(Fixture.FixtureMapping mapping, List<String> wrong, Findings warnings) {
        var word = mapping.relationshipType();
        if (word == null) {
            return ScfContent.Mapping.plain(mapping.controlCode(), mapping.requirementCode());
        }
        var type = RelationshipType.of(word);
        if (type.isEmpty()) {
            wrong.add("\"" + word + "\" is no relationship type.");
        } else if (!type.get().toString().equals(word)) {
            warnings.add(SourceWarning.of(
                    Rule.RELATIONSHIP_NORMALISED, "\"" + word + "\" is stored as \"" + type.get() + "\"."));
        }
        var strength = mapping.strengthScore();
        if (strength != null && !(strength >= RelationshipType.LEAST && strength <= RelationshipType.MOST)) {
            wrong.add("The strength of " + mapping.controlCode() + " and " + mapping.requirementCode()
                    + " lies outside 0.1 to 0.9.");
        }
        return new ScfContent.Mapping(
                mapping.controlCode(),
                mapping.requirementCode(),
                type.orElse(RelationshipType.INTERSECTS),
                strength,
                mapping.rationale(),
                type.isPresent());
    }
}
