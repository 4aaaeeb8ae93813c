package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.assurance.review.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a plan has to say beside its items.
final class PoamNotes {
    private static final String IMPROVEMENTS = "include_optional_improvements";
    private static final List<String> ASSUMPTIONS = List.of(
            "Due dates count calendar days from the day of the draft and know nothing of people's other work.",
            "Owner roles are those that usually own the controls of a domain.");

    private PoamNotes() {}

    /// @param basis the maturity assessment the plan builds on, if any
    static Map<String, Object> of(PoamDrafts.Request request, @Nullable Version basis) {
        var limitations = new ArrayList<String>();
        if (basis == null && request.includeOptionalImprovements()) {
            limitations.add("Optional improvements were asked for, but no level is known that they could raise.");
        }
        if (basis == null) {
            limitations.add(
                    "No maturity assessment of this gap analysis: priorities count no level, none is aimed at.");
        } else if (!(basis instanceof Version.Approved)) {
            limitations.add("Version %d of the maturity assessment is %s, not approved; its scores may still change."
                    .formatted(basis.header().number(), basis.status()));
        }
        return Map.of(
                "limitations",
                List.copyOf(limitations),
                "assumptions",
                ASSUMPTIONS,
                IMPROVEMENTS,
                request.includeOptionalImprovements());
    }

    static boolean includesImprovements(Map<String, Object> metadata) {
        return Boolean.TRUE.equals(metadata.get(IMPROVEMENTS));
    }
}
