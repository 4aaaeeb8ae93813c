package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.source.Codes;
import eu.bekaa.standard.catalog.source.Findings;
import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A made-up catalog as JSON. Unlike a workbook it can state operators and strengths, requirement texts, and
/// requirements that nothing is mapped to.
@Serdeable
record Fixture(
        @Nullable String release,
        List<ScfContent.Domain> domains,
        List<FixtureControl> controls,
        @Nullable List<FixtureFramework> frameworks,
        @Nullable List<ScfContent.EvidenceRequest> evidenceRequests) {

    @Serdeable
    record FixtureControl(
            String code,
            String domainCode,
            String title,
            @Nullable String description,
            @Nullable String question,
            @Nullable String guidance,
            @Nullable Double weight,
            @Nullable String functionGrouping,
            @Nullable List<String> tags,
            @Nullable Map<String, String> criteria,
            @Nullable List<String> evidenceRequests) {}

    @Serdeable
    record FixtureFramework(
            String name,
            @Nullable String version,
            @Nullable String publisher,
            @Nullable String jurisdiction,
            List<FixtureRequirement> requirements,
            List<FixtureMapping> mappings) {}

    @Serdeable
    record FixtureRequirement(
            String code,
            @Nullable String title,
            @Nullable String text,
            @Nullable Boolean isMcr,
            @Nullable String mcrRationale) {}

    /// @param relationshipType in any spelling (STD-13); `intersects` when absent
    @Serdeable
    record FixtureMapping(
            String controlCode,
            String requirementCode,
            @Nullable String relationshipType,
            @Nullable Double strengthScore,
            @Nullable String rationale) {}

    /// @throws Refusal `VALIDATION_ERROR` naming every contradiction
    ScfContent content() {
        var wrong = new ArrayList<String>();
        var warnings = new Findings();
        var domainCodes = unique(
                wrong, "domain", domains.stream().map(ScfContent.Domain::code).toList());
        var controlCodes = unique(
                wrong, "control", controls.stream().map(FixtureControl::code).toList());
        for (var control : controls) {
            if (!domainCodes.contains(control.domainCode())) {
                wrong.add("Control " + control.code() + " is in no listed domain.");
            }
        }
        var listed = Objects.requireNonNullElse(frameworks, List.<FixtureFramework>of());
        unique(
                wrong,
                "framework",
                listed.stream().map(one -> Codes.framework(one.name())).toList());
        var read = listed.stream()
                .map(one -> FixtureFrameworks.read(one, controlCodes, wrong, warnings))
                .toList();
        if (controls.isEmpty()) {
            wrong.add("The fixture has no controls.");
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong.stream()
                    .map(reason -> new Refusal.Detail("content", reason))
                    .toList());
        }
        return new ScfContent(
                release,
                domains,
                controls.stream().map(Fixture::control).toList(),
                read,
                Objects.requireNonNullElse(evidenceRequests, List.of()),
                List.of(),
                warnings.kept(),
                warnings.counts());
    }

    private static ScfContent.Control control(FixtureControl control) {
        var criteria = new TreeMap<Integer, String>();
        Objects.requireNonNullElse(control.criteria(), Map.<String, String>of())
                .forEach((level, text) -> criteria.put(level(level), text));
        return new ScfContent.Control(
                control.code(),
                control.domainCode(),
                control.title(),
                control.description(),
                control.question(),
                control.guidance(),
                control.weight(),
                control.functionGrouping(),
                Objects.requireNonNullElse(control.tags(), List.of()),
                criteria,
                Objects.requireNonNullElse(control.evidenceRequests(), List.of()),
                List.of(),
                List.of());
    }

    private static int level(String level) {
        if (!level.matches("[0-5]")) {
            throw Refusal.invalid("content", "A maturity level is 0 to 5, not " + level + ".");
        }
        return Integer.parseInt(level);
    }

    static Set<String> unique(List<String> wrong, String what, List<String> codes) {
        var seen = new HashSet<String>();
        for (var code : codes) {
            if (code.isBlank() || !seen.add(code)) {
                wrong.add("The code \"" + code + "\" of a " + what + " is blank or used twice.");
            }
        }
        return seen;
    }
}
