package eu.bekaa.standard.function.reports;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/// A page of ours laid out as PDF, with its fonts inside and nothing from outside.
final class PdfDocument {
    static final String PRODUCER = "Standard";

    static {
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private PdfDocument() {}

    /// Lays a page out and hands the open document over.
    static <T> T of(String html, Function<PDDocument, T> use) {
        try (var document = new PDDocument();
                var svg = new BatikSVGDrawer();
                var renderer = builder(html, document, svg).buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            return use.apply(document);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static PdfRendererBuilder builder(String html, PDDocument document, BatikSVGDrawer svg) throws IOException {
        var builder = new PdfRendererBuilder();
        builder.usePDDocument(document);
        builder.useFastMode();
        builder.withHtmlContent(html, null);
        builder.useSVGDrawer(svg);
        builder.withProducer(PRODUCER);
        // made to last: every font inside, every letter readable by machines, colours defined. Telling the structure
        // too (2a) takes five times as long and three times the room for a thousand findings
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        // a letter that no typeface has: DejaVu Sans draws this as a question mark in a lozenge
        builder.useReplacementText("\uFFFD");
        builder.useUnicodeBidiSplitter(Bidirectional.Splitter::new);
        builder.useUnicodeBidiReorderer(new Bidirectional.Reorderer());
        // the page holds everything it needs: whatever asks for a resource did not come from us
        builder.useExternalResourceAccessControl(
                (uri, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        Fonts.embed(document, builder);
        return builder;
    }
}
