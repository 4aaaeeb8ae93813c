package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.knowledge.search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Says what was found and what it does not show. Every statement quotes its source or is a limitation (STD-71).
final class EvidenceWording {
    private static final int QUOTED = 240;

    private EvidenceWording() {}

    static String summary(Observation found) {
        if (found.hits().isEmpty()) {
            return "No passage of the assessed documents was found for it.";
        }
        var best = found.hits().getFirst();
        var summary = new StringBuilder(quoted(best.snippet()))
                .append(String.format(Locale.ROOT, " (%s, relevance %.2f)", place(best), best.score()));
        if (found.hits().size() > 1) {
            summary.append(
                    found.hits().size() == 2
                            ? " and one more passage"
                            : " and " + (found.hits().size() - 1) + " more passages");
        }
        summary.append('.');
        found.signals().stream()
                .filter(signal -> signal.signal().adverse())
                .findFirst()
                .ifPresent(signal -> summary.append(" A cited passage speaks of ")
                        .append(signal.signal().words())
                        .append(", \"")
                        .append(signal.phrase())
                        .append("\": ")
                        .append(quoted(signal.sentence())));
        return summary.toString();
    }

    static List<String> limitations(Observation found) {
        var limitations = new ArrayList<String>();
        if (!found.asked()) {
            limitations.add(
                    "The catalog gives only the number of this requirement, so there was nothing to search by.");
        }
        switch (found.classification().strength()) {
            case ABSENT ->
                limitations.add(
                        "Absence of evidence is a limit of the documents; it does not show that nothing is done.");
            case CONFLICTING -> limitations.add("A cited passage speaks against the control; a person must weigh it.");
            case WEAK -> limitations.add("No passage speaks clearly to the control (relevance below 0.55).");
            case PARTIAL ->
                limitations.add(
                        "Fewer than two passages, or none that speaks to the control beyond doubt (relevance 0.85).");
            case STRONG -> limitations.add("The documents show what is laid down; whether it is done was not tested.");
        }
        if (!found.hits().isEmpty()) {
            limitations.add("Passages were found by search and are candidates until a person confirms them.");
        }
        return List.copyOf(limitations);
    }

    /// Where a passage stands: the document, and the page where it has pages.
    private static String place(Hit hit) {
        var location = location(hit);
        return location == null ? hit.documentTitle() : hit.documentTitle() + ", " + location;
    }

    static @Nullable String location(Hit hit) {
        return hit.pageNumber() == null ? null : "page " + hit.pageNumber();
    }

    private static String quoted(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= QUOTED) {
            return '"' + line + '"';
        }
        int blank = line.lastIndexOf(' ', QUOTED);
        return '"' + line.substring(0, blank > 0 ? blank : QUOTED) + " …\"";
    }
}
