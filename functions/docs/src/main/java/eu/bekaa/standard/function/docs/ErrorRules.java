package eu.bekaa.standard.function.docs;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Which errors an operation can answer with: the `where` of `errors.tsv`, read for one operation.
/// @param takes content types of the request body, empty without one
record ErrorRules(String method, String path, RouteFacts facts, Set<String> takes) {
    private static final String ROOT = "/api/v1";
    private static final Set<String> READING = Set.of("get", "head");

    List<ErrorPage> possible(List<ErrorPage> pages) {
        return pages.stream()
                .filter(page -> page.where().stream().anyMatch(this::holds))
                .toList();
    }

    private boolean holds(String rule) {
        return switch (rule) {
            case "any" -> true;
            case "credentials" -> !facts.isOpen();
            case "organization" -> !facts.isOpen() && facts.needsOrganization();
            case "counted" -> !facts.isOpen() || !READING.contains(method);
            case "changes" -> !facts.isOpen() && !READING.contains(method);
            case "conditional" -> !READING.contains(method) && path.contains("{");
            case "body" -> !takes.isEmpty();
            case "file" -> takes.contains("multipart/form-data");
            case "id" -> path.contains("{");
            default -> rule.startsWith("{") ? path.contains(rule) : isAt(rule);
        };
    }

    private boolean isAt(String rule) {
        int colon = rule.indexOf(':');
        var pattern = Pattern.quote(ROOT + rule.substring(colon + 1))
                .replace("**", "\\E.+\\Q")
                .replace("*", "\\E[^/]+\\Q");
        return rule.substring(0, colon).equalsIgnoreCase(method) && path.matches(pattern);
    }
}
