package eu.bekaa.standard.assurance.agent.analyst;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import eu.bekaa.standard.assurance.agent.Agent;
import eu.bekaa.standard.assurance.agent.Analyst;
import eu.bekaa.standard.assurance.agent.Bench;
import eu.bekaa.standard.assurance.agent.Cite;
import eu.bekaa.standard.assurance.agent.Facts;
import eu.bekaa.standard.assurance.agent.Proposal;
import eu.bekaa.standard.assurance.agent.Tool;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.Control;
import eu.bekaa.standard.catalog.Mapping;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Looks up controls: those that were asked for, else the weightiest of the framework.
@Singleton
class ScfControlAnalyst implements Analyst {
    private static final int UNASKED = 25;

    private final Basis basis;
    private final Catalog catalog;

    ScfControlAnalyst(Basis basis, Catalog catalog) {
        this.basis = basis;
        this.catalog = catalog;
    }

    @Override
    public Agent agent() {
        return Agent.SCF_CONTROL_ANALYST;
    }

    @Override
    public Proposal propose(Bench bench) {
        var self = basis.assessment(bench);
        Map<UUID, Long> answered = basis.requirements(bench).stream()
                .flatMap(mapped -> mapped.mappings().stream())
                .collect(groupingBy(Mapping::scfControlId, counting()));
        var asked = bench.options().controlCodes();
        var found = bench.use(
                Tool.SCF_CONTROL_LOOKUP,
                Map.of("control_codes", asked),
                () -> asked.isEmpty() ? weightiest(bench, answered.keySet()) : named(bench, asked));
        var known = found.stream().map(Control::controlCode).collect(Collectors.toSet());
        var unknown = asked.stream().filter(code -> !known.contains(code)).toList();
        var limitations = new ArrayList<String>();
        unknown.forEach(code -> limitations.add("The SCF version has no control " + code + "."));
        if (found.isEmpty()) {
            limitations.add("There was no control to look at: none was named and no framework is chosen.");
        }
        limitations.add("The controls are described as the catalog has them; nothing is said about the organization.");
        limitations.add(Basis.PERSON);
        return new Proposal(
                Basis.count(found.size(), "control") + " of SCF "
                        + bench.assessment().scfVersionLabel()
                        + " looked up; together they answer "
                        + found.stream()
                                .mapToLong(control -> answered.getOrDefault(control.controlId(), 0L))
                                .sum()
                        + " requirements of the framework by official mappings.",
                List.of("The SCF version is the one pinned at the assessment's creation."),
                limitations,
                Basis.cited(List.of(self), found.stream().map(Cite::control)),
                asked.isEmpty() ? (found.isEmpty() ? 0 : 1) : 1 - (double) unknown.size() / asked.size(),
                Facts.with(
                                "controls",
                                found.stream()
                                        .map(control -> Facts.with("control_code", control.controlCode())
                                                .and("control_title", control.controlTitle())
                                                .and("control_weight", control.controlWeight())
                                                .and("expected_evidence", control.expectedEvidence())
                                                .and(
                                                        "mapped_requirements",
                                                        answered.getOrDefault(control.controlId(), 0L))
                                                .plain())
                                        .toList())
                        .and("unknown_controls", unknown)
                        .plain());
    }

    private List<Control> weightiest(Bench bench, Set<UUID> answering) {
        return catalog.controls(bench.caller(), bench.run().scfVersionId(), answering).values().stream()
                .sorted(Comparator.comparingDouble(Control::weight).reversed().thenComparing(Control::controlCode))
                .limit(UNASKED)
                .toList();
    }

    private List<Control> named(Bench bench, List<String> codes) {
        return catalog.controls(bench.caller(), bench.run().scfVersionId()).stream()
                .filter(control -> codes.contains(control.controlCode()))
                .toList();
    }
}
