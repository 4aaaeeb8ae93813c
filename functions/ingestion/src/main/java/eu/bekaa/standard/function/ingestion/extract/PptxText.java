package eu.bekaa.standard.function.ingestion.extract;

import eu.bekaa.standard.knowledge.text.ExtractedText;
import eu.bekaa.standard.knowledge.text.PageText;
import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import eu.bekaa.standard.knowledge.text.UnreadableDocument.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A presentation: a page per slide, in the order in which they are shown, each followed by its notes.
final class PptxText {
    private PptxText() {}

    static ExtractedText read(OfficePackage presentation) throws IOException, UnreadableDocument {
        try (presentation) {
            var pages = new ArrayList<PageText>();
            long length = 0;
            for (var slide : slides(presentation)) {
                var text = new TextFlow();
                read(presentation, slide, text);
                for (var notes : presentation.targets(slide, "notesSlide").values()) {
                    text.paragraph();
                    read(presentation, notes, text);
                }
                pages.add(PageText.numbered(pages.size() + 1, text.toString()));
                length += text.length();
                Limits.text(length);
            }
            return new ExtractedText(pages);
        }
    }

    private static List<String> slides(OfficePackage presentation) throws IOException, UnreadableDocument {
        var main = presentation.main();
        var targets = presentation.targets(main, "slide");
        var slides = new ArrayList<String>();
        try (var xml = presentation.part(main).orElseThrow(() -> new UnreadableDocument(Reason.FILE_DAMAGED))) {
            while (xml.next()) {
                var slide = xml.starts("sldId") ? targets.get(xml.attribute("relationships", "id")) : null;
                if (slide != null) {
                    slides.add(slide);
                }
            }
        }
        return slides;
    }

    private static void read(OfficePackage presentation, String part, TextFlow text)
            throws IOException, UnreadableDocument {
        boolean words = false;
        boolean table = false;
        try (var xml = presentation.part(part).orElseThrow(() -> new UnreadableDocument(Reason.FILE_DAMAGED))) {
            while (xml.next()) {
                if (xml.isText()) {
                    if (words) {
                        text.verbatim(xml.text());
                    }
                } else if (xml.isStart()) {
                    words = xml.name().equals("t");
                    table |= xml.name().equals("tbl");
                    if (xml.name().equals("br")) {
                        text.line();
                    } else if (xml.name().equals("Fallback")) {
                        xml.skip();
                    }
                } else if (xml.isEnd()) {
                    words = false;
                    table &= !xml.name().equals("tbl");
                    switch (xml.name()) {
                        case "p" -> {
                            if (table) {
                                text.words(" ");
                            } else {
                                text.line();
                            }
                        }
                        case "tc" -> text.cell();
                        case "tr" -> text.line();
                        case "sp", "graphicFrame" -> text.paragraph();
                        default -> {}
                    }
                }
            }
        }
    }
}
