package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.knowledge.search.Hit;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Puts on file what was found: a finding per item, with its passages word for word.
@Singleton
final class EvidenceArchive {
    private final EvidenceFindings findings;
    private final EvidenceSources sources;
    private final Ids ids;
    private final Clock clock;

    EvidenceArchive(EvidenceFindings findings, EvidenceSources sources, Ids ids, Clock clock) {
        this.findings = findings;
        this.sources = sources;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param observed by item
    /// @param replaced the older finding that a new one takes the place of, by item
    List<EvidenceFinding> keep(
            Caller caller,
            UUID assessmentId,
            List<SoaItem> items,
            Map<UUID, Observation> observed,
            Map<UUID, UUID> replaced) {
        var made = new ArrayList<EvidenceFinding>();
        var passages = new ArrayList<EvidenceSource>();
        for (var item : items) {
            var observation = Objects.requireNonNull(observed.get(item.soaItemId()));
            var finding = finding(assessmentId, item, observation, replaced);
            made.add(finding);
            observation
                    .hits()
                    .forEach(hit ->
                            passages.add(source(finding, hit, observation.hits().indexOf(hit) + 1)));
        }
        findings.saveAll(made);
        sources.saveAll(passages);
        return List.copyOf(made);
    }

    /// Files findings under other items.
    /// @param passages by finding
    /// @param carried  the new items by the old ones' ids
    void copy(List<EvidenceFinding> known, Map<UUID, List<EvidenceSource>> passages, Map<UUID, SoaItem> carried) {
        var copies = new ArrayList<EvidenceFinding>();
        var quotes = new ArrayList<EvidenceSource>();
        for (var finding : known) {
            var copy = finding.under(ids.next(), Objects.requireNonNull(carried.get(finding.soaItemId())));
            copies.add(copy);
            passages.getOrDefault(finding.evidenceFindingId(), List.of())
                    .forEach(passage -> quotes.add(passage.behind(ids.next(), copy.evidenceFindingId())));
        }
        findings.saveAll(copies);
        sources.saveAll(quotes);
    }

    private EvidenceFinding finding(
            UUID assessmentId, SoaItem item, Observation observation, Map<UUID, UUID> replaced) {
        var classification = observation.classification();
        return new EvidenceFinding(
                ids.next(),
                item.organizationId(),
                assessmentId,
                item.soaVersionId(),
                item.soaItemId(),
                item.ordinal(),
                item.frameworkRequirementId(),
                item.scfControlId(),
                classification.strength(),
                classification.status(),
                EvidenceWording.summary(observation),
                EvidenceWording.limitations(observation),
                classification.confidence(),
                observation.signals(),
                replaced.get(item.soaItemId()),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private EvidenceSource source(EvidenceFinding finding, Hit hit, int rank) {
        return new EvidenceSource(
                ids.next(),
                finding.organizationId(),
                finding.evidenceFindingId(),
                rank,
                hit.documentId(),
                hit.chunkId(),
                hit.vectorReferenceId(),
                hit.documentTitle(),
                EvidenceWording.location(hit),
                hit.pageNumber(),
                hit.snippet(),
                hit.startOffset(),
                hit.endOffset(),
                hit.score(),
                hit.retrievalMethod(),
                hit.candidateEvidence());
    }
}
