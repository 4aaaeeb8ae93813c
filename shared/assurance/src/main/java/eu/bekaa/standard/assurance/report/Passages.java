package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.evidence.EvidenceSource;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.report.content.Quote;
import eu.bekaa.standard.assurance.report.content.Source;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// The passages of documents that findings rest on, as quotes.
final class Passages {
    private static final Comparator<EvidenceSource> BEST_FIRST = Comparator.comparingDouble(
                    EvidenceSource::retrievalScore)
            .reversed()
            .thenComparing(EvidenceSource::chunkId);

    private final Material material;
    private final Bibliography bibliography;

    Passages(Material material, Bibliography bibliography) {
        this.material = material;
        this.bibliography = bibliography;
    }

    /// A finding's passages, the best first.
    List<Quote> of(GapFinding finding) {
        var evidence = finding.evidenceFindingId();
        return evidence == null
                ? List.of()
                : material.passages().getOrDefault(evidence, List.of()).stream()
                        .sorted(BEST_FIRST)
                        .map(this::quote)
                        .toList();
    }

    /// Every passage that any finding cites, once, by document and place.
    List<Quote> all() {
        Map<UUID, EvidenceSource> byChunk = new LinkedHashMap<>();
        material.passages().values().stream()
                .flatMap(List::stream)
                .sorted(BEST_FIRST)
                .forEach(passage -> byChunk.putIfAbsent(passage.chunkId(), passage));
        return byChunk.values().stream()
                .map(this::quote)
                .sorted(Comparator.comparing(Quote::document)
                        .thenComparingInt(quote -> Objects.requireNonNullElse(quote.page(), 0))
                        .thenComparing(Quote::chunkId))
                .toList();
    }

    private Quote quote(EvidenceSource passage) {
        var title = Objects.requireNonNullElse(passage.sourceTitle(), "Untitled document");
        var location = Objects.requireNonNullElse(passage.sourceLocation(), "");
        var document = bibliography.cite(Source.Kind.DOCUMENT, passage.documentId(), title);
        var chunk = bibliography.cite(
                Source.Kind.CHUNK, passage.chunkId(), title + (location.isEmpty() ? "" : ", " + location));
        return new Quote(
                document,
                chunk,
                title,
                passage.pageNumber(),
                location,
                passage.retrievalScore(),
                snippet(passage.snippet()));
    }

    private static String snippet(String text) {
        return text.length() <= Quote.LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, Quote.LONGEST - 2)));
    }
}
