package eu.bekaa.standard.function.local.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.jspecify.annotations.Nullable;

/// A policy as a PDF of several pages.
final class PolicyPdf {
    private static final float MARGIN = 64;
    private static final float LEADING = 1.4f;
    private static final float TITLE = 20;
    private static final float HEADING = 13;
    private static final float BODY = 11;
    private static final long SAME_ID = 1;

    private final PDDocument document = new PDDocument();
    private final PDFont plain = new PDType1Font(FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);
    private @Nullable PDPageContentStream page;
    private float y;

    private PolicyPdf() {}

    /// @param markdown headings and paragraphs
    static byte[] of(String markdown) {
        var pdf = new PolicyPdf();
        try (pdf.document) {
            pdf.document.setDocumentId(SAME_ID);
            for (var line : markdown.lines().filter(text -> !text.isBlank()).toList()) {
                pdf.paragraph(line);
            }
            pdf.endPage();
            var bytes = new ByteArrayOutputStream();
            pdf.document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void paragraph(String line) throws IOException {
        var text = line.replaceFirst("^#+ ", "");
        var font = text.equals(line) ? plain : bold;
        float size = line.startsWith("# ") ? TITLE : line.startsWith("#") ? HEADING : BODY;
        y -= size / 2;
        var row = new StringBuilder();
        for (var word : text.split(" ", -1)) {
            if (width(font, size, row + " " + word) > PDRectangle.A4.getWidth() - 2 * MARGIN) {
                show(font, size, row.toString());
                row.setLength(0);
            }
            row.append(row.isEmpty() ? "" : " ").append(word);
        }
        show(font, size, row.toString());
    }

    private static float width(PDFont font, float size, String text) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private void show(PDFont font, float size, String text) throws IOException {
        y -= size * LEADING;
        var stream = y < MARGIN || page == null ? nextPage(size) : page;
        stream.beginText();
        stream.setFont(font, size);
        stream.newLineAtOffset(MARGIN, y);
        stream.showText(text);
        stream.endText();
    }

    private PDPageContentStream nextPage(float size) throws IOException {
        endPage();
        var next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        var stream = new PDPageContentStream(document, next);
        page = stream;
        y = PDRectangle.A4.getHeight() - MARGIN - size;
        return stream;
    }

    private void endPage() throws IOException {
        if (page != null) {
            page.close();
        }
    }
}
