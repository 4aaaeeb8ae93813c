package eu.bekaa.standard.function.ingestion.extract;

import eu.bekaa.standard.knowledge.text.ExtractedText;
import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import eu.bekaa.standard.knowledge.text.UnreadableDocument.Reason;
import java.io.IOException;

/// A Word document: paragraphs, headings, lists and tables in the order in which they are read, then its notes. A
/// list item and a table row are a line each; deleted text and the second copy of drawings are left out.
final class DocxText {
    private DocxText() {}

    static ExtractedText read(OfficePackage document) throws IOException, UnreadableDocument {
        try (document) {
            var text = new TextFlow();
            var main = document.main();
            read(document.part(main).orElseThrow(() -> new UnreadableDocument(Reason.FILE_DAMAGED)), text);
            for (var notes : new String[] {"footnotes", "endnotes"}) {
                for (var part : document.targets(main, notes).values()) {
                    var reader = document.part(part);
                    if (reader.isPresent()) {
                        text.paragraph();
                        read(reader.get(), text);
                    }
                }
            }
            return ExtractedText.unpaged(text.toString());
        }
    }

    private static void read(XmlReader part, TextFlow text) throws IOException, UnreadableDocument {
        int tables = 0;
        boolean words = false;
        try (part) {
            while (part.next()) {
                if (part.isText()) {
                    if (words) {
                        text.verbatim(part.text());
                        Limits.text(text.length());
                    }
                } else if (part.isStart()) {
                    switch (part.name()) {
                        case "t" -> words = true;
                        case "tab" -> text.cell();
                        case "br", "cr" -> text.line();
                        case "noBreakHyphen" -> text.verbatim("\u2011");
                        case "tbl" -> {
                            text.paragraph();
                            tables++;
                        }
                        case "numPr" -> text.line();
                        case "Fallback", "moveFrom", "pPrChange", "del" -> part.skip();
                        default -> {}
                    }
                } else if (part.isEnd()) {
                    switch (part.name()) {
                        case "t" -> words = false;
                        case "p" -> end(text, tables);
                        case "tc" -> text.cell();
                        case "tr" -> text.line();
                        case "tbl" -> {
                            text.paragraph();
                            tables--;
                        }
                        default -> {}
                    }
                }
            }
        }
    }

    private static void end(TextFlow text, int tables) {
        if (tables > 0) {
            text.words(" ");
        } else {
            text.paragraph();
        }
    }
}
