package eu.bekaa.standard.function.ingestion.extract;

import eu.bekaa.standard.knowledge.text.ExtractedText;
import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The visible words of an HTML page, in order: a blank line between blocks, a line per list item and table row, a
/// tab between cells. Nothing is fetched and nothing runs.
final class HtmlText {
    private static final Set<String> IGNORED = Set.of(
            "script", "style", "noscript", "template", "head", "svg", "math", "object", "iframe", "textarea", "select");
    private static final Set<String> LINES = Set.of("li", "tr", "dt", "dd", "br", "option", "caption", "figcaption");

    private HtmlText() {}

    static ExtractedText read(byte[] content, Deadline deadline) throws IOException, UnreadableDocument {
        var page = parse(content);
        deadline.check();
        var text = new TextFlow();
        page.body().traverse(new Words(text, deadline));
        return ExtractedText.unpaged(text.toString());
    }

    private static Document parse(byte[] content) throws IOException {
        var utf8 = PlainText.strict(content, PlainText.utf8Mark(content) ? 3 : 0, StandardCharsets.UTF_8);
        return utf8.isPresent() ? Jsoup.parse(utf8.get()) : Jsoup.parse(new ByteArrayInputStream(content), null, "");
    }

    private static final class Words implements NodeVisitor {
        private final TextFlow text;
        private final Deadline deadline;
        private int ignored;
        private int verbatim;

        Words(TextFlow text, Deadline deadline) {
            this.text = text;
            this.deadline = deadline;
        }

        @Override
        public void head(Node node, int depth) {
            deadline.check();
            if (node instanceof Element element) {
                ignored += IGNORED.contains(element.normalName()) ? 1 : 0;
                verbatim += element.normalName().equals("pre") ? 1 : 0;
                separate(element);
            } else if (node instanceof TextNode words && ignored == 0) {
                if (verbatim > 0) {
                    text.verbatim(words.getWholeText());
                } else {
                    text.words(words.getWholeText());
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                ignored -= IGNORED.contains(element.normalName()) ? 1 : 0;
                verbatim -= element.normalName().equals("pre") ? 1 : 0;
                separate(element);
            }
        }

        private void separate(Element element) {
            var name = element.normalName();
            if (name.equals("td") || name.equals("th")) {
                text.cell();
            } else if (LINES.contains(name)) {
                text.line();
            } else if (element.isBlock() && !inCellOrItem(element)) {
                text.paragraph();
            }
        }

        private static boolean inCellOrItem(Element element) {
            var parent = element.parent();
            return parent != null
                    && Set.of("td", "th", "li", "table", "tbody", "thead", "tfoot", "tr")
                            .contains(parent.normalName());
        }
    }
}
