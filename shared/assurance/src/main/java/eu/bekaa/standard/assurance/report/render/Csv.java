package eu.bekaa.standard.assurance.report.render;

import eu.bekaa.standard.assurance.report.content.Dataset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// A dataset as CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read it right).
///
/// Spreadsheets run a cell that begins like a formula. Such a text gets a leading apostrophe, and so does a text that
/// already has apostrophes before such a beginning: taking one apostrophe away from `'…=` gives every value back.
public final class Csv {
    private Csv() {}

    public static byte[] render(Dataset dataset) {
        var out = new StringBuilder("\uFEFF");
        out.append(dataset.fields().stream().map(field -> quoted(field.name())).collect(Collectors.joining(",")));
        out.append("\r\n");
        for (var row : dataset.rows()) {
            for (int i = 0; i < row.size(); i++) {
                out.append(i == 0 ? "" : ",");
                out.append(
                        switch (dataset.fields().get(i).kind()) {
                            case TEXT -> quoted(neutral(row.get(i)));
                            case NUMBER -> row.get(i);
                        });
            }
            out.append("\r\n");
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The same text, as no spreadsheet takes it for a formula.
    static String neutral(String text) {
        var behind = text.replaceFirst("^'+", "");
        return beginsFormula(behind) ? "'" + text : text;
    }

    /// Whether a spreadsheet might run it: also behind blanks, and in full-width forms.
    public static boolean beginsFormula(String text) {
        var stripped = text.strip();
        if (!text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0) {
            return true;
        }
        return !stripped.isEmpty() && "=+-@|%＝＋－＠".indexOf(stripped.charAt(0)) >= 0;
    }

    private static String quoted(String text) {
        // some spreadsheets part cells at semicolons or tabs, and would run what follows
        if (text.chars().noneMatch(c -> c == ',' || c == ';' || c == '\t' || c == '"' || c == '\n' || c == '\r')) {
            return text;
        }
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
