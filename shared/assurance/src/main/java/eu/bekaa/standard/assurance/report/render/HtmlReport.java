package eu.bekaa.standard.assurance.report.render;

import eu.bekaa.standard.assurance.report.content.Cover;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.content.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;

/// A report as one HTML page that needs nothing from outside; printed, it is the source of the PDF.
public final class HtmlReport {
    private final Markup out = Markup.document();
    private final ReportContent content;
    private final Medium medium;
    private final Outline outline;

    private HtmlReport(ReportContent content, Medium medium) {
        this.content = content;
        this.medium = medium;
        this.outline = new Outline(content);
    }

    /// The page as well-formed XML, which every browser reads as HTML too.
    public static String render(ReportContent content, Medium medium) {
        return new HtmlReport(content, medium).page();
    }

    /// The page for a browser, in UTF-8.
    public static byte[] bytes(ReportContent content) {
        return render(content, Medium.SCREEN).getBytes(StandardCharsets.UTF_8);
    }

    private String page() {
        var cover = content.cover();
        out.open("html", "lang", "en").open("head");
        out.empty("meta", "charset", "utf-8");
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.leaf("title", Plain.line(cover.title(), 200));
        out.empty(
                "meta",
                "name",
                "description",
                "content",
                Plain.line(cover.kind() + " of " + cover.organization() + ", " + cover.assessment(), 300));
        out.empty("meta", "name", "author", "content", Plain.line(cover.organization(), 200));
        out.stylesheet(
                switch (medium) {
                    case SCREEN -> Stylesheet.SCREEN;
                    case PRINT -> Stylesheet.PRINT;
                });
        if (medium == Medium.PRINT) {
            bookmarks();
        }
        out.close().newline().open("body");
        if (medium == Medium.PRINT) {
            running(cover);
        }
        cover(cover);
        contents();
        var blocks = new HtmlBlocks(out, medium, content, outline);
        for (var section : content.sections()) {
            section(section, blocks);
        }
        out.close().close();
        return out.toString();
    }

    private void bookmarks() {
        out.open("bookmarks");
        out.empty("bookmark", "name", "Contents", "href", "#contents");
        var above = new ArrayDeque<Outline.Entry>();
        for (var entry : outline.entries()) {
            while (!above.isEmpty() && above.peek().level() >= entry.level()) {
                above.pop();
                out.close();
            }
            out.open("bookmark", "name", Plain.line(entry.line(), 90), "href", "#" + entry.anchor());
            above.push(entry);
        }
        above.forEach(entry -> out.close());
        out.close();
    }

    private void running(Cover cover) {
        out.leaf("div", Plain.within(cover.title(), 74), "class", "running-title");
        out.leaf("div", Plain.within(cover.organization(), 42), "class", "running-organization");
        out.open("div", "class", "running-foot");
        if (cover.marking() != null) {
            out.leaf("span", cover.marking(), "class", "marking");
        }
        out.text(cover.classification() + ", version " + cover.version() + ", " + cover.asOf())
                .close();
        out.open("div", "class", "running-pages")
                .text("Page ")
                .leaf("span", "", "class", "page-number")
                .text(" of ");
        out.leaf("span", "", "class", "page-count").close();
    }

    /// Whatever its names are, they stay on one page: they shrink before they are cut.
    private void cover(Cover cover) {
        out.open("div", "class", "cover", "id", "cover");
        out.open("div", "class", "cover-band");
        out.leaf("p", "Standard", "class", "cover-mark");
        out.leaf("p", cover.kind(), "class", "cover-kind");
        var title = Plain.within(cover.title(), 300);
        double width = Plain.width(title);
        out.leaf("h1", title, "class", width <= 45 ? "short" : width <= 110 ? "long" : "longest");
        out.leaf("p", Plain.within(cover.organization(), 110), "class", "cover-organization");
        out.close();
        if (cover.marking() != null) {
            out.leaf("p", cover.marking(), "class", "cover-marking");
        }
        out.open("table", "class", "cover-facts").open("tbody");
        cover.lines().forEach(fact -> {
            out.open("tr").leaf("th", fact.label());
            out.leaf("td", Plain.within(fact.value(), 120)).close();
        });
        out.close().close().close().newline();
    }

    private void contents() {
        out.open("div", "class", "contents", "id", "contents")
                .leaf("h2", "Contents")
                .open("table")
                .open("tbody");
        for (var entry : outline.contents()) {
            out.open("tr", "class", "contents-" + entry.level());
            out.leaf("td", entry.number(), "class", "contents-number");
            out.open("td", "class", "contents-title");
            out.leaf("a", Plain.line(entry.title(), 110), "href", "#" + entry.anchor());
            out.close();
            out.open("td", "class", "contents-page")
                    .leaf("a", "", "href", "#" + entry.anchor(), "class", "page-of")
                    .close();
            out.close();
        }
        out.close().close().close().newline();
    }

    private void section(Section section, HtmlBlocks blocks) {
        var entry = outline.of(section);
        var classes = List.of(
                "section",
                section.kind().ownPage() ? "own-page" : "flowing",
                section.kind().landscape() ? "landscape" : "portrait");
        out.open("div", "class", String.join(" ", classes));
        out.open("h2", "id", entry.anchor())
                .leaf("span", entry.number(), "class", "number")
                .text(entry.title())
                .close();
        section.blocks().forEach(blocks::write);
        out.close().newline();
    }
}
