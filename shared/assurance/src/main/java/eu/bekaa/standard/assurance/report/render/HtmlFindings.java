package eu.bekaa.standard.assurance.report.render;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.FindingLine;
import eu.bekaa.standard.assurance.report.content.Quote;
import java.util.List;
import java.util.Locale;

/// Findings and their evidence as HTML. A requirement's heading stands in the table's head, so that it is repeated
/// where the table goes on over the page.
final class HtmlFindings {
    private final Markup out;
    private final References references;

    HtmlFindings(Markup out, References references) {
        this.out = out;
        this.references = references;
    }

    void group(Block.Findings group, String anchor) {
        out.open("div", "class", "table").open("table", "class", "findings").open("colgroup");
        for (int width : new int[] {23, 17, 60}) {
            out.empty("col", "style", "width: " + width + "%");
        }
        out.close().open("thead").open("tr").open("th", "colspan", "3", "id", anchor);
        out.leaf("span", Plain.line(group.code(), 60), "class", "requirement-code")
                .text("  " + Plain.line(group.title(), 160));
        out.close().close().open("tr", "class", "columns");
        out.leaf("th", "Finding and control").leaf("th", "Result").leaf("th", "What was found");
        out.close().close().open("tbody");
        if (!group.text().isBlank()
                && !group.text().strip().equals(group.title().strip())) {
            out.open("tr")
                    .leaf("td", Plain.line(group.text(), 1200), "colspan", "3", "class", "requirement-text")
                    .close();
        }
        group.findings().forEach(this::finding);
        out.close().close().close();
    }

    private void finding(FindingLine finding) {
        out.open("tr").open("td");
        out.leaf("div", finding.code(), "class", "finding-code");
        out.leaf(
                "div",
                finding.control().isEmpty() ? "No official mapping" : Plain.line(finding.control(), 140),
                "class",
                "control");
        HtmlBlocks.cite(out, references, finding.sources());
        out.close().open("td");
        HtmlBlocks.pill(out, finding.status());
        out.open("div", "class", "measure");
        out.text(Words.label(finding.severity()) + " severity").empty("br").text(Words.label(finding.type()));
        out.empty("br").text("Risk " + finding.inherent() + " → " + decimal(finding.residual()) + " " + finding.risk());
        if (!finding.determination().isEmpty()) {
            out.empty("br").text(Words.label(finding.determination()));
        }
        out.close().close().open("td");
        out.leaf("div", finding.summary());
        labelled("Why", finding.rationale());
        labelled("To do", finding.recommendation());
        for (var quote : finding.quotes()) {
            out.open("div", "class", "quote").text("“" + Plain.line(quote.text(), 260) + "” ");
            out.leaf("span", Plain.line(quote.citation(), 110), "class", "citation");
            HtmlBlocks.cite(out, references, List.of(quote.documentId(), quote.chunkId()));
            out.close();
        }
        out.close().close();
    }

    private void labelled(String label, String text) {
        if (!text.isBlank()) {
            out.open("div", "class", "labelled-line")
                    .leaf("span", label, "class", "line-label")
                    .text(" " + text)
                    .close();
        }
    }

    void index(Block.Citations citations) {
        out.open("div", "class", "table")
                .open("table", "class", "grid evidence")
                .open("colgroup");
        for (int width : new int[] {25, 8, 9, 48, 10}) {
            out.empty("col", "style", "width: " + width + "%");
        }
        out.close()
                .open("thead")
                .open("tr")
                .leaf("th", "Document")
                .leaf("th", "Page")
                .leaf("th", "Relevance", "class", "number");
        out.leaf("th", "Quote").leaf("th", "Sources").close().close().open("tbody");
        for (var quote : citations.quotes()) {
            out.open("tr").leaf("td", Plain.line(quote.document(), 120)).leaf("td", place(quote));
            out.leaf("td", decimal(quote.score()), "class", "number")
                    .leaf("td", "“" + quote.text().strip() + "”", "class", "quoted");
            out.open("td", "class", "references");
            HtmlBlocks.cite(out, references, List.of(quote.documentId(), quote.chunkId()));
            out.close().close();
        }
        if (citations.quotes().isEmpty()) {
            out.open("tr").leaf("td", "None.", "class", "none", "colspan", "5").close();
        }
        out.close().close().close();
    }

    private static String place(Quote quote) {
        return quote.page() != null ? String.valueOf(quote.page()) : Plain.line(quote.location(), 40);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
