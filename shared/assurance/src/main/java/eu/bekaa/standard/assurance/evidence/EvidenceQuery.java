package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.catalog.Control;
import eu.bekaa.standard.catalog.Requirement;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is asked of the documents about a control or, where none answers it, about a requirement. The same every time.
final class EvidenceQuery {
    /// The embedding model reads some 500 tokens; what a control is about comes first.
    private static final int MAX_LENGTH = 1_200;

    private EvidenceQuery() {}

    /// Domain, name and description: the form that finds most, and in which the scores are calibrated (docs/search.md).
    static String about(Control control, String domain) {
        return cut(control.about(domain));
    }

    /// @return empty where the catalog knows only the requirement's number
    static Optional<String> about(Requirement requirement) {
        var title = text(requirement.requirementTitle());
        var words = joined(Stream.of(
                title.equals(requirement.requirementCode()) ? "" : title, text(requirement.requirementText())));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static String joined(Stream<String> parts) {
        var query =
                parts.map(EvidenceQuery::text).filter(part -> !part.isEmpty()).collect(Collectors.joining(". "));
        return cut(query);
    }

    private static String cut(String query) {
        return query.length() <= MAX_LENGTH ? query : query.substring(0, MAX_LENGTH);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }
}
