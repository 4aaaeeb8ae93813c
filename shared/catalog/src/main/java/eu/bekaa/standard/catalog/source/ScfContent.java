package eu.bekaa.standard.catalog.source;

import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Word;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everything one source says about one version of the SCF, checked for contradictions within itself: codes are unique,
/// every control has a listed domain, every mapping a listed control and requirement. No code is longer than
/// [#LONGEST_CODE] characters.
/// @param release the release as the source names itself, e.g. `2022.3`, or null where it does not
/// @param warnings      what is odd about the source, as far as it is kept
/// @param warningCounts how many findings there are of each rule, kept or not
public record ScfContent(
        @Nullable String release,
        List<Domain> domains,
        List<Control> controls,
        List<Framework> frameworks,
        List<EvidenceRequest> evidenceRequests,
        List<Hazard> hazards,
        List<SourceWarning> warnings,
        Map<SourceWarning.Rule, Integer> warningCounts) {
    /// The longest code that is taken; the longest reference published so far has some 60 characters.
    public static final int LONGEST_CODE = 300;

    private static final int SHOWN = 60;

    public ScfContent {
        domains = List.copyOf(domains);
        controls = List.copyOf(controls);
        frameworks = List.copyOf(frameworks);
        evidenceRequests = List.copyOf(evidenceRequests);
        hazards = List.copyOf(hazards);
        warnings = List.copyOf(warnings);
        warningCounts = Map.copyOf(warningCounts);
        domains.forEach(domain -> requireShort("domain code", domain.code()));
        controls.forEach(control -> requireShort("control code", control.code()));
        evidenceRequests.forEach(request -> requireShort("evidence request code", request.code()));
        hazards.forEach(hazard -> requireShort("risk or threat code", hazard.code()));
        for (var framework : frameworks) {
            requireShort("framework code", framework.code());
            framework.requirements().forEach(requirement -> requireShort("reference", requirement.code()));
        }
    }

    /// How many findings there are of each rule that has any, by its word.
    public Map<String, Integer> warningsByRule() {
        var byRule = new TreeMap<String, Integer>();
        warningCounts.forEach((rule, count) -> byRule.put(rule.toString(), count));
        return byRule;
    }

    private static void requireShort(String what, String code) {
        if (code.length() > LONGEST_CODE) {
            throw Refusal.invalid(
                    "file",
                    "A " + what + " has more than " + LONGEST_CODE + " characters: " + code.substring(0, SHOWN) + "…");
        }
    }

    /// Whether a criterion describes a level that can be reached: publishers write "N/A, since ..." where it cannot.
    public static boolean isReachable(String criterion) {
        return !criterion.contains("N/A");
    }

    /// How many findings there are, kept or not.
    public int warningCount() {
        return warningCounts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// How many controls are mapped to how many requirements.
    public int mappingCount() {
        return frameworks.stream()
                .mapToInt(framework -> framework.mappings().size())
                .sum();
    }

    /// How many distinct requirements the frameworks have together.
    public int requirementCount() {
        return frameworks.stream()
                .mapToInt(framework -> framework.requirements().size())
                .sum();
    }

    /// How many mappings state their set-theory operator.
    public int strmCount() {
        return (int) frameworks.stream()
                .flatMap(framework -> framework.mappings().stream())
                .filter(Mapping::operatorStated)
                .count();
    }

    /// A family of controls, in the source's order.
    /// @param intent what the domain is meant to achieve
    @Serdeable
    public record Domain(
            String code,
            String name,
            @Nullable String description,
            @Nullable String intent) {}

    /// One control.
    /// @param guidance         methods to comply
    /// @param weight           relative weight, 1 to 10
    /// @param functionGrouping the NIST CSF function it serves
    /// @param tags             lower-case words that group controls across domains
    /// @param criteria         what each SP-CMM level, 0 to 5, looks like for this control
    /// @param evidenceRequests codes of the evidence request list
    public record Control(
            String code,
            String domainCode,
            String title,
            @Nullable String description,
            @Nullable String question,
            @Nullable String guidance,
            @Nullable Double weight,
            @Nullable String functionGrouping,
            List<String> tags,
            SortedMap<Integer, String> criteria,
            List<String> evidenceRequests,
            List<String> risks,
            List<String> threats) {
        public Control {
            tags = List.copyOf(tags);
            criteria = new TreeMap<>(criteria);
            evidenceRequests = List.copyOf(evidenceRequests);
            risks = List.copyOf(risks);
            threats = List.copyOf(threats);
        }

        /// Publishers keep a withdrawn control and say so in its description.
        public boolean isDeprecated() {
            return description != null && description.startsWith("[deprecated");
        }
    }

    /// A law, standard or other source of requirements, with what this version maps it to.
    /// @param code         the normalised header (STD-11)
    /// @param name         the header as one line
    /// @param title        the full name as its publisher gives it
    /// @param requirements in natural order of their codes
    public record Framework(
            String code,
            String name,
            @Nullable String version,
            @Nullable String publisher,
            @Nullable String jurisdiction,
            @Nullable String title,
            @Nullable String url,
            List<Requirement> requirements,
            List<Mapping> mappings) {
        public Framework {
            requirements = List.copyOf(requirements);
            mappings = List.copyOf(mappings);
        }
    }

    /// One clause of a framework.
    /// @param mcr          a minimum compliance requirement
    /// @param mcrRationale why it is one
    public record Requirement(
            String code,
            String title,
            @Nullable String text,
            boolean mcr,
            @Nullable String mcrRationale) {
        /// A requirement of which the source gives only the number.
        public static Requirement numbered(String code) {
            return new Requirement(code, code, null, false, null);
        }
    }

    /// A control answers a requirement.
    /// @param strength       0.1 to 0.9, or null where the source states none
    /// @param operatorStated false where the source only says that they are related
    public record Mapping(
            String controlCode,
            String requirementCode,
            RelationshipType type,
            @Nullable Double strength,
            @Nullable String rationale,
            boolean operatorStated) {
        /// A mapping whose source names no operator. Intersection claims the least that a mapping can mean.
        public static Mapping plain(String controlCode, String requirementCode) {
            return new Mapping(controlCode, requirementCode, RelationshipType.INTERSECTS, null, null, false);
        }
    }

    /// One artefact an assessor asks for.
    @Serdeable
    public record EvidenceRequest(
            String code,
            @Nullable String area,
            String artifact,
            @Nullable String description) {}

    /// A risk that a missing control leaves open, or a threat that it meets.
    public record Hazard(
            Kind kind,
            String code,
            @Nullable String grouping,
            String name,
            @Nullable String description) {
        /// Which of the two catalogs lists it.
        public enum Kind {
            RISK,
            THREAT;

            @Override
            public String toString() {
                return Word.of(this);
            }
        }
    }

    /// The controls by code.
    public Map<String, Control> controlsByCode() {
        var byCode = new TreeMap<String, Control>();
        controls.forEach(control -> byCode.put(control.code(), control));
        return byCode;
    }
}
