package eu.bekaa.standard.bench.reports;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.render.ChartPage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// A chart's page drawn by the libraries alone, with the same typefaces and at the same resolution.
final class RawChart {
    private static final int DPI = 160;
    private static final int WIDTH = Units.toEMU(480);
    private static final int HEIGHT = Units.toEMU(300);

    private RawChart() {}

    static void place(XWPFDocument document, Block chart) throws IOException {
        var page = ChartPage.of(chart);
        if (page.isPresent()) {
            try (var picture = new ByteArrayInputStream(drawn(page.get()))) {
                document.createParagraph()
                        .createRun()
                        .addPicture(picture, Document.PICTURE_TYPE_PNG, "chart.png", WIDTH, HEIGHT);
            } catch (InvalidFormatException unplaceable) {
                throw new IllegalStateException(unplaceable);
            }
        }
    }

    private static byte[] drawn(String page) throws IOException {
        try (var pdf = new ByteArrayOutputStream();
                var png = new ByteArrayOutputStream();
                var svg = new BatikSVGDrawer()) {
            var builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.withHtmlContent(page, null);
            builder.useSVGDrawer(svg);
            RawPdf.typefaces(builder);
            builder.toStream(pdf);
            builder.run();
            try (var document = Loader.loadPDF(pdf.toByteArray())) {
                ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.RGB), "png", png);
            }
            return png.toByteArray();
        }
    }
}
