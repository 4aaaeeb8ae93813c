package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.Domain;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.search.Hit;
import eu.bekaa.standard.knowledge.search.KnowledgeSearch;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/// Looks into the documents for many items at once: each control is asked about once, however many requirements it
/// answers, and each passage is read once.
@Singleton
final class Observer {
    /// Passages less relevant than this are no hits: they share a word with the control, or nothing.
    private static final double MIN_SCORE = 0.3;

    private final Catalog catalog;
    private final KnowledgeSearch search;

    Observer(Catalog catalog, KnowledgeSearch search) {
        this.catalog = catalog;
        this.search = search;
    }

    /// @param items of one SoA version
    /// @param topK  passages at most per item
    /// @return by item, in the items' order
    Map<UUID, Observation> observe(Caller caller, UUID assessmentId, List<SoaItem> items, int topK) {
        var queries = queries(caller, items);
        Map<UUID, List<Hit>> hits =
                queries.isEmpty() ? Map.of() : search.candidates(caller, assessmentId, queries, topK, MIN_SCORE);
        var read = new HashMap<UUID, List<MatchedSignal>>();
        var observed = new LinkedHashMap<UUID, Observation>();
        for (var item : items) {
            var found = hits.getOrDefault(subject(item), List.of());
            var signals = found.stream()
                    .flatMap(hit -> read.computeIfAbsent(hit.chunkId(), chunk -> signals(hit)).stream())
                    .toList();
            observed.put(item.soaItemId(), new Observation(found, signals, queries.containsKey(subject(item))));
        }
        return observed;
    }

    private Map<UUID, String> queries(Caller caller, List<SoaItem> items) {
        var queries = new LinkedHashMap<UUID, String>();
        if (items.isEmpty()) {
            return queries;
        }
        var first = items.getFirst();
        var controls = items.stream()
                .map(SoaItem::scfControlId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var domains = catalog.domains(caller, first.scfVersionId()).stream()
                .collect(Collectors.toMap(Domain::id, Domain::domainName));
        catalog.controls(caller, first.scfVersionId(), controls)
                .forEach((id, control) -> queries.put(
                        id, EvidenceQuery.about(control, Objects.requireNonNull(domains.get(control.scfDomainId())))));
        var unmapped = items.stream()
                .filter(item -> item.scfControlId() == null)
                .map(SoaItem::frameworkRequirementId)
                .collect(Collectors.toSet());
        if (!unmapped.isEmpty()) {
            catalog.requirements(caller, first.frameworkId()).stream()
                    .filter(requirement -> unmapped.contains(requirement.requirementId()))
                    .forEach(requirement -> EvidenceQuery.about(requirement)
                            .ifPresent(query -> queries.put(requirement.requirementId(), query)));
        }
        return queries;
    }

    private static UUID subject(SoaItem item) {
        return item.scfControlId() == null ? item.frameworkRequirementId() : item.scfControlId();
    }

    private static List<MatchedSignal> signals(Hit hit) {
        return Signals.in(hit.chunkText()).stream()
                .map(read -> new MatchedSignal(
                        read.signal(), read.phrase(), read.sentence(), hit.documentId(), hit.chunkId()))
                .toList();
    }
}
