package eu.bekaa.standard.assurance.report.render;

import java.util.List;
import java.util.stream.Collectors;

/// Text that stays text in Markdown.
final class MarkdownText {
    private MarkdownText() {}

    /// Every character that Markdown or the HTML within it could read as markup, made literal; on one line.
    static String escaped(String text) {
        var line = Plain.of(text).replaceAll("\\s+", " ").strip();
        var out = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            switch (character) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\\', '`', '*', '_', '{', '}', '[', ']', '(', ')', '#', '|', '!', '~', '^', '$' ->
                    out.append('\\').append(character);
                // a bare address becomes a link, a number or sign at the start of a line a list
                case ':' -> out.append(line.startsWith("//", i + 1) ? "&#58;" : ":");
                case '@' -> out.append("&#64;");
                case '-', '+', '=' -> out.append(i == 0 ? "\\" : "").append(character);
                case '.' -> out.append(startsNumbered(line, i) ? "\\." : ".");
                default -> out.append(character);
            }
        }
        return out.toString();
    }

    /// A table's row of outside texts.
    static String row(List<String> cells) {
        return cells.stream().map(MarkdownText::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static boolean startsNumbered(String line, int dot) {
        return dot > 0 && dot < 10 && line.substring(0, dot).chars().allMatch(Character::isDigit);
    }
}
