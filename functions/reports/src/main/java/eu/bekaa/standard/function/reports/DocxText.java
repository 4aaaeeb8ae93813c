package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.content.FindingLine;
import eu.bekaa.standard.assurance.report.render.Plain;

/// Longer texts of a Word document.
final class DocxText {
    private static final int QUOTE = 260;

    private DocxText() {}

    /// What was found, why, what is to be done, and the words it rests on.
    static String told(FindingLine finding) {
        var text = new StringBuilder(finding.summary());
        if (!finding.rationale().isBlank()) {
            text.append("\nWhy: ").append(finding.rationale());
        }
        if (!finding.recommendation().isBlank()) {
            text.append("\nTo do: ").append(finding.recommendation());
        }
        for (var quote : finding.quotes()) {
            text.append("\n“")
                    .append(Plain.line(quote.text(), QUOTE))
                    .append("” ")
                    .append(Plain.line(quote.citation(), 110));
        }
        return text.toString();
    }
}
