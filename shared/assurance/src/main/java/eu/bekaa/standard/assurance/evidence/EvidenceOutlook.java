package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.search.Hit;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// What an evidence analysis would find, without keeping it: the same search and the same table (contract §9).
@Singleton
public class EvidenceOutlook {
    private final Observer observer;

    EvidenceOutlook(Observer observer) {
        this.observer = observer;
    }

    /// An item and what the documents may have to say to it.
    /// @param confidence how far the classification carries, 0 to 1
    /// @param hits       best first
    public record Candidate(
            SoaItem item,
            EvidenceStrength strength,
            EvidenceStatus status,
            double confidence,
            String summary,
            List<String> limitations,
            List<Hit> hits) {}

    /// The items that may concern the organization, in their order, each with its candidates.
    /// @param topK passages at most per item
    @ReadOnly
    public List<Candidate> candidates(Caller caller, UUID assessmentId, List<SoaItem> items, int topK) {
        var examined = items.stream()
                .filter(item -> item.applicabilityStatus().examined())
                .toList();
        var observed = observer.observe(caller, assessmentId, examined, topK);
        var candidates = new ArrayList<Candidate>();
        for (var item : examined) {
            var observation = Objects.requireNonNull(observed.get(item.soaItemId()));
            var classification = observation.classification();
            candidates.add(new Candidate(
                    item,
                    classification.strength(),
                    classification.status(),
                    classification.confidence(),
                    EvidenceWording.summary(observation),
                    EvidenceWording.limitations(observation),
                    observation.hits()));
        }
        return candidates;
    }
}
