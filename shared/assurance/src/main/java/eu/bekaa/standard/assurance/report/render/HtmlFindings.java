package eu.bekaa.standard.assurance.report.render;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.FindingLine;
import eu.bekaa.standard.assurance.report.content.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Findings and their evidence as HTML. A requirement's heading stands in the table's head, so that it is repeated
/// where the table goes on over the page.
final class HtmlFindings {
    private final Markup out;
    private final Medium medium;
    private final References references;

    HtmlFindings(Markup out, Medium medium, References references) {
        this.out = out;
        this.medium = medium;
        this.references = references;
    }

    void group(Block.Findings group, String anchor) {
        var rows = new ArrayList<Runnable>();
        group.findings().forEach(finding -> rows.add(() -> finding(finding)));
        var text = Plain.line(group.text(), 1200);
        if (rows.isEmpty()) {
            rows.add(() -> HtmlBlocks.none(out, 3));
        }
        if (!text.isEmpty() && !text.equals(Plain.line(group.title(), 1200))) {
            var first = rows.removeFirst();
            rows.addFirst(() -> {
                out.open("tr")
                        .leaf("td", text, "colspan", "3", "class", "requirement-text")
                        .close();
                first.run();
            });
        }
        new HtmlTable("findings", List.of(23, 17, 60), anchor, "", () -> head(group), rows).write(out, medium);
    }

    private void head(Block.Findings group) {
        out.open("tr").open("th", "colspan", "3");
        out.leaf("span", Plain.line(group.code(), 60), "class", "requirement-code");
        out.text("  " + Plain.line(group.title(), 160)).close().close().open("tr", "class", "columns");
        out.leaf("th", "Finding and control")
                .leaf("th", "Result")
                .leaf("th", "What was found")
                .close();
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
        var rows = new ArrayList<Runnable>();
        citations.quotes().forEach(quote -> rows.add(() -> quote(quote)));
        if (rows.isEmpty()) {
            rows.add(() -> HtmlBlocks.none(out, 5));
        }
        new HtmlTable("grid evidence", List.of(25, 8, 9, 48, 10), null, "", this::indexHead, rows).write(out, medium);
    }

    private void indexHead() {
        out.open("tr").leaf("th", "Document").leaf("th", "Page").leaf("th", "Relevance", "class", "number");
        out.leaf("th", "Quote").leaf("th", "Sources").close();
    }

    private void quote(Quote quote) {
        out.open("tr").leaf("td", Plain.line(quote.document(), 120)).leaf("td", place(quote));
        out.leaf("td", decimal(quote.score()), "class", "number");
        out.leaf("td", "“" + quote.text().strip() + "”", "class", "quoted").open("td", "class", "references");
        HtmlBlocks.cite(out, references, List.of(quote.documentId(), quote.chunkId()));
        out.close().close();
    }

    private static String place(Quote quote) {
        return quote.page() != null ? String.valueOf(quote.page()) : Plain.line(quote.location(), 40);
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
