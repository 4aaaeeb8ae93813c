package eu.bekaa.standard.assurance.agent.analyst;

import eu.bekaa.standard.assurance.agent.Agent;
import eu.bekaa.standard.assurance.agent.AgentSource;
import eu.bekaa.standard.assurance.agent.Analyst;
import eu.bekaa.standard.assurance.agent.Bench;
import eu.bekaa.standard.assurance.agent.Cite;
import eu.bekaa.standard.assurance.agent.Facts;
import eu.bekaa.standard.assurance.agent.Lines;
import eu.bekaa.standard.assurance.agent.Proposal;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Lays out a Statement of Applicability: one line per official mapping, undecided (STD-60, STD-61).
@Singleton
class ScopeSoaArchitect implements Analyst {
    private final Basis basis;

    ScopeSoaArchitect(Basis basis) {
        this.basis = basis;
    }

    @Override
    public Agent agent() {
        return Agent.SCOPE_SOA_ARCHITECT;
    }

    @Override
    public Proposal propose(Bench bench) {
        var known = new ArrayList<AgentSource>();
        known.add(basis.assessment(bench));
        var scope = basis.newest(bench, ArtifactKind.SCOPE);
        scope.map(Basis::version).ifPresent(known::add);
        var requirements = basis.requirements(bench);
        var unmapped = requirements.stream()
                .filter(mapped -> mapped.mappings().isEmpty())
                .count();
        var lines = requirements.stream()
                .mapToInt(mapped -> Math.max(1, mapped.mappings().size()))
                .sum();
        var findings = new ArrayList<String>();
        if (scope.isEmpty()) {
            findings.add("There is no scope yet: what the SoA applies to is not described.");
        }
        if (requirements.isEmpty()) {
            findings.add("No framework is chosen, so there is nothing to lay out.");
        }
        bench.note("basis of the SoA", findings);
        var limitations = new ArrayList<>(findings);
        limitations.add("Applicability is proposed as requires_validation throughout: the catalog cannot decide it.");
        limitations.add(Basis.PERSON);
        return new Proposal(
                "A SoA of " + Basis.count(lines, "item") + " for "
                        + Basis.count(requirements.size(), "requirement") + ", " + unmapped
                        + " of them without an official mapping.",
                List.of(
                        "The framework and the SCF version are the assessment's.",
                        "The newest scope, where there is one, is the one that is meant."),
                limitations,
                Basis.cited(known, requirements.stream().flatMap(mapped -> Cite.mapped(mapped).stream())),
                requirements.isEmpty() ? 0 : (double) (requirements.size() - unmapped) / requirements.size(),
                Facts.with("item_count", lines)
                        .and("requirement_count", requirements.size())
                        .and("unmapped_requirement_count", unmapped)
                        .and("requirements", new Tally<>(requirements).listed(Lines::of))
                        .plain());
    }
}
