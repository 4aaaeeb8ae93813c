package eu.bekaa.standard.function.reports;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The typefaces that travel with the product, so that a report looks the same wherever it is rendered. DejaVu Sans
/// stands behind the others for the letters they lack.
enum Fonts {
    TEXT("Source Sans 3", "SourceSans3-Regular.ttf", 400, FontStyle.NORMAL),
    TEXT_BOLD("Source Sans 3", "SourceSans3-SemiBold.ttf", 600, FontStyle.NORMAL),
    TEXT_ITALIC("Source Sans 3", "SourceSans3-Italic.ttf", 400, FontStyle.ITALIC),
    CODE("Source Code Pro", "SourceCodePro-Regular.ttf", 400, FontStyle.NORMAL),
    FALLBACK("DejaVu Sans", "DejaVuSans.ttf", 400, FontStyle.NORMAL),
    FALLBACK_BOLD("DejaVu Sans", "DejaVuSans-Bold.ttf", 600, FontStyle.NORMAL);

    private final String family;
    private final String file;
    private final int weight;
    private final FontStyle style;

    Fonts(String family, String file, int weight, FontStyle style) {
        this.family = family;
        this.file = file;
        this.weight = weight;
        this.style = style;
    }

    /// Puts every typeface within the reach of a document's text and of its charts.
    static void embed(PDDocument document, PdfRendererBuilder builder) throws IOException {
        for (var font : values()) {
            var program = new TTFParser().parse(new RandomAccessReadBuffer(font.open()));
            // ligatures are not worth it: PDFBox compiles their patterns anew for every line of text
            program.setEnableGsub(false);
            var embedded = PDType0Font.load(document, program, true);
            builder.useFont(new PDFontSupplier(embedded), font.family, font.weight, font.style, true);
            builder.useFont(font::open, font.family, font.weight, font.style, true, EnumSet.of(FSFontUseCase.SVG));
        }
    }

    InputStream open() {
        var stream = Fonts.class.getResourceAsStream("/fonts/" + file);
        if (stream == null) {
            throw new IllegalStateException("The font " + file + " is not on the class path.");
        }
        return stream;
    }
}
