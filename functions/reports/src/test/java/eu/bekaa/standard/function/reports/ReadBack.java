package eu.bekaa.standard.function.reports;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;

/// A PDF as a reader sees it.
final class ReadBack implements AutoCloseable {
    private static final double MILLIMETRE = 72 / 25.4;
    private static final double SIDE = 15.5 * MILLIMETRE;
    private static final double TOP = 10 * MILLIMETRE;
    private static final double BOTTOM = 8 * MILLIMETRE;

    private final PDDocument document;

    ReadBack(byte[] file) {
        try {
            document = Loader.loadPDF(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A link within the document: its words and the page, from 1, that it leads to.
    record Link(String words, int target) {}

    PDDocument document() {
        return document;
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /// The words of a page, from 1, with single blanks between them.
    String words(int page) {
        return words(page, page);
    }

    String words(int first, int last) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(first);
            stripper.setEndPage(last);
            return stripper.getText(document).replaceAll("\\s+", " ");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The lines of a page between its running head and its foot, from the top down.
    List<String> lines(int page) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            var lines = stripper.getText(document)
                    .lines()
                    .map(line -> line.replaceAll("\\s+", " ").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.subList(1, lines.size() - 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The letters of a page that its typefaces draw as an empty box.
    Set<String> undrawn(int page) {
        var undrawn = new TreeSet<String>();
        letters(page, letter -> {
            if (letter.getFont() instanceof PDType0Font font) {
                for (int code : letter.getCharacterCodes()) {
                    if (glyph(font, code) == 0) {
                        undrawn.add(letter.getUnicode());
                    }
                }
            }
        });
        return undrawn;
    }

    /// The letters of a page that do not stand whole on the paper.
    Set<String> offPaper(int page) {
        return outside(page, 0, 0, 0);
    }

    private static int glyph(PDType0Font font, int code) {
        try {
            return font.codeToGID(code);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Link> links(int page) {
        try {
            var links = new ArrayList<Link>();
            for (var annotation : document.getPage(page - 1).getAnnotations()) {
                if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionGoTo leap) {
                    var target = (PDPageDestination) leap.getDestination();
                    links.add(new Link(words(page, link.getRectangle()), target.retrievePageNumber() + 1));
                }
            }
            return links;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The letters of a page that do not stand whole within its margins.
    Set<String> outside(int page) {
        return outside(page, SIDE, TOP, BOTTOM);
    }

    private Set<String> outside(int page, double side, double top, double bottom) {
        var box = document.getPage(page - 1).getMediaBox();
        var outside = new TreeSet<String>();
        letters(page, letter -> {
            boolean inside = letter.getXDirAdj() >= side
                    && letter.getXDirAdj() + letter.getWidthDirAdj() <= box.getWidth() - side
                    && letter.getYDirAdj() >= top
                    && letter.getYDirAdj() <= box.getHeight() - bottom;
            if (!inside && !letter.getUnicode().isBlank()) {
                outside.add(letter.getUnicode() + " at " + letter.getXDirAdj() + ", " + letter.getYDirAdj());
            }
        });
        return outside;
    }

    private void letters(int page, Consumer<TextPosition> each) {
        try {
            var stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    each.accept(letter);
                }
            };
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.getText(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String words(int page, PDRectangle area) throws IOException {
        var stripper = new PDFTextStripperByArea();
        var height = document.getPage(page - 1).getMediaBox().getHeight();
        stripper.addRegion(
                "link",
                new Rectangle2D.Float(
                        area.getLowerLeftX(), height - area.getUpperRightY(), area.getWidth(), area.getHeight()));
        stripper.extractRegions(document.getPage(page - 1));
        return stripper.getTextForRegion("link").replaceAll("\\s+", " ").strip();
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }
}
