package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.catalog.Control;
import eu.bekaa.standard.catalog.Requirement;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is asked of the documents about a control or, where none answers it, about a requirement. The same every time.
final class EvidenceQuery {
    /// The embedding model reads some 500 tokens; what a control is about comes first.
    private static final int MAX_LENGTH = 1_200;

    /// Every description of the catalog opens with these words, which say nothing about the control.
    private static final Pattern OPENING =
            Pattern.compile("^.{0,80}?(?:mechanisms|controls) exist to:?\\s+", Pattern.CASE_INSENSITIVE);

    private EvidenceQuery() {}

    static String about(Control control) {
        return joined(Stream.of(
                control.controlTitle(), described(control.controlDescription()), text(control.controlQuestion())));
    }

    /// @return empty where the catalog knows only the requirement's number
    static Optional<String> about(Requirement requirement) {
        var title = text(requirement.requirementTitle());
        var words = joined(Stream.of(
                title.equals(requirement.requirementCode()) ? "" : title, text(requirement.requirementText())));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static String described(@Nullable String description) {
        return OPENING.matcher(text(description)).replaceFirst("");
    }

    private static String joined(Stream<String> parts) {
        var query =
                parts.map(EvidenceQuery::text).filter(part -> !part.isEmpty()).collect(Collectors.joining(". "));
        return query.length() <= MAX_LENGTH ? query : query.substring(0, MAX_LENGTH);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }
}
