package eu.bekaa.standard.function.reports;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.render.HtmlReport;
import eu.bekaa.standard.assurance.report.render.Medium;
import eu.bekaa.standard.assurance.report.render.Plain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;

/// A report as PDF: paged, bookmarked, with its fonts inside. Dates and ids in the file come from the content.
final class PdfReport {
    private static final String PRODUCER = "Standard";

    private PdfReport() {}

    static byte[] render(ReportContent content) {
        var html = HtmlReport.render(content, Medium.PRINT);
        try (var document = new PDDocument();
                var svg = new BatikSVGDrawer();
                var renderer = builder(html, document, svg).buildPdfRenderer();
                var file = new ByteArrayOutputStream()) {
            renderer.createPDFWithoutClosing();
            stamp(document, content, html);
            document.save(file);
            return file.toByteArray();
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
        builder.useReplacementText("□");
        builder.useUnicodeBidiSplitter(Bidirectional.Splitter::new);
        builder.useUnicodeBidiReorderer(new Bidirectional.Reorderer());
        // the page holds everything it needs: whatever asks for a resource did not come from us
        builder.useExternalResourceAccessControl((uri, kind) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        Fonts.embed(document, builder);
        return builder;
    }

    private static void stamp(PDDocument document, ReportContent content, String html) {
        var made = GregorianCalendar.from(content.cover().generatedAt().atZone(ZoneOffset.UTC));
        var about = document.getDocumentInformation();
        about.setTitle(Plain.line(content.cover().title(), 200));
        about.setAuthor(Plain.line(content.cover().organization(), 200));
        about.setCreator(PRODUCER);
        about.setCreationDate(made);
        about.setModificationDate(made);
        // the second half of the file's id is made from this number instead of the time of saving
        document.setDocumentId((long) Arrays.hashCode(html.getBytes(StandardCharsets.UTF_8)));
    }
}
