package eu.bekaa.standard.assurance.agent.analyst;

import eu.bekaa.standard.assurance.agent.Agent;
import eu.bekaa.standard.assurance.agent.Analyst;
import eu.bekaa.standard.assurance.agent.Bench;
import eu.bekaa.standard.assurance.agent.Cite;
import eu.bekaa.standard.assurance.agent.Facts;
import eu.bekaa.standard.assurance.agent.Lines;
import eu.bekaa.standard.assurance.agent.Proposal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Reads the official mappings of the framework. What is unmapped is named and stays unmapped (STD-12).
@Singleton
class FrameworkMapper implements Analyst {
    private final Basis basis;

    FrameworkMapper(Basis basis) {
        this.basis = basis;
    }

    @Override
    public Agent agent() {
        return Agent.FRAMEWORK_MAPPER;
    }

    @Override
    public Proposal propose(Bench bench) {
        var self = basis.assessment(bench);
        var requirements = basis.requirements(bench);
        var unmapped = requirements.stream()
                .filter(mapped -> mapped.mappings().isEmpty())
                .map(mapped -> mapped.requirement().requirementCode())
                .toList();
        var mapped = requirements.size() - unmapped.size();
        bench.note(
                "official mappings",
                unmapped.stream()
                        .limit(Basis.LISTED)
                        .map(code -> code + " has no official mapping.")
                        .toList());
        var limitations = new ArrayList<String>();
        if (requirements.isEmpty()) {
            limitations.add("No framework is chosen, so there was nothing to look up.");
        }
        if (!unmapped.isEmpty()) {
            limitations.add(
                    Basis.count(unmapped.size(), "requirement") + " without an official mapping; none was invented.");
        }
        limitations.add("Mappings are the SCF's own; whether a control is in place was not looked at.");
        limitations.add(Basis.PERSON);
        return new Proposal(
                mapped + " of " + Basis.count(requirements.size(), "requirement")
                        + " are officially mapped to controls of SCF "
                        + bench.assessment().scfVersionLabel() + ".",
                List.of("Only official mappings of the pinned SCF version count."),
                limitations,
                Basis.cited(List.of(self), requirements.stream().flatMap(each -> Cite.mapped(each).stream())),
                requirements.isEmpty() ? 0 : (double) mapped / requirements.size(),
                Facts.with("requirements", new Tally<>(requirements).listed(Lines::of))
                        .and("requirement_count", requirements.size())
                        .and("unmapped_requirements", unmapped)
                        .plain());
    }
}
