package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.assurance.soa.EvidenceProposal;
import eu.bekaa.standard.knowledge.search.Hit;
import java.util.List;
import java.util.stream.Collectors;

/// What was found about one item.
/// @param hits    best first
/// @param signals what the passages give away
/// @param asked   whether the catalog has words to search by
record Observation(List<Hit> hits, List<MatchedSignal> signals, boolean asked) {
    Classification classification() {
        return Classification.of(
                hits.stream().map(Hit::score).toList(),
                signals.stream().map(MatchedSignal::signal).collect(Collectors.toSet()));
    }

    /// As a proposal to an SoA item.
    EvidenceProposal proposal() {
        var found = classification();
        return new EvidenceProposal(found.strength().coverage(), EvidenceWording.summary(this), found.confidence());
    }
}
