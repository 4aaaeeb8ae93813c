package eu.bekaa.standard.bench.reports;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.render.HtmlReport;
import eu.bekaa.standard.assurance.report.render.Medium;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/// The floor of a PDF: the layout library on the same page, with the same typefaces.
final class RawPdf {
    private static final Map<String, String> FONTS = Map.of(
            "SourceSans3-Regular.ttf", "Source Sans 3",
            "SourceCodePro-Regular.ttf", "Source Code Pro",
            "DejaVuSans.ttf", "DejaVu Sans");

    private RawPdf() {}

    static double seconds(ReportContent content) throws IOException {
        var html = HtmlReport.render(content, Medium.PRINT);
        long start = System.nanoTime();
        try (var out = new ByteArrayOutputStream();
                var svg = new BatikSVGDrawer()) {
            var builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.withHtmlContent(html, null);
            builder.useSVGDrawer(svg);
            typefaces(builder);
            builder.toStream(out);
            builder.run();
            return (System.nanoTime() - start) / 1e9;
        }
    }

    static void typefaces(PdfRendererBuilder builder) {
        FONTS.forEach(
                (file, family) -> builder.useFont(() -> RawPdf.class.getResourceAsStream("/fonts/" + file), family));
    }
}
