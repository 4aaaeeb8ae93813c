package eu.bekaa.standard.function.reports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.report.ReportType;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.render.Csv;
import eu.bekaa.standard.assurance.report.render.HtmlReport;
import eu.bekaa.standard.assurance.report.render.MarkdownReport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Function;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SameBytesTest {
    private static final ReportContent CONTENT = SampleReport.of(6);

    @Test
    void std102_theSameContentRendersTheSameBytes() {
        same(HtmlReport::bytes);
        same(MarkdownReport::render);
        same(content -> Csv.render(content.datasets().getFirst()));
        same(PdfReport::render);
        same(DocxReport::render);
        same(XlsxReport::render);
        same(SameBytesTest::packed);
    }

    @Test
    void std102_theMachinesTimeZoneAndLanguageDoNotShow() {
        var zone = TimeZone.getDefault();
        var language = Locale.getDefault();
        var pdf = PdfReport.render(CONTENT);
        var packed = packed(CONTENT);
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));

            assertThat(PdfReport.render(CONTENT)).isEqualTo(pdf);
            assertThat(packed(CONTENT)).isEqualTo(packed);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(language);
        }
    }

    @Test
    void std102_noFileSaysWhenItWasRendered() throws Exception {
        var made = CONTENT.cover().generatedAt();
        try (var pdf = new ReadBack(PdfReport.render(CONTENT))) {
            var about = pdf.document().getDocumentInformation();
            var metadata =
                    new String(pdf.document().getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);

            assertThat(about.getCreationDate().toInstant()).isEqualTo(made);
            assertThat(about.getModificationDate()).isNull();
            assertThat(metadata).contains("<xmp:CreateDate>2026-03-14T07:30:00+00:00</xmp:CreateDate>");
        }
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(XlsxReport.render(CONTENT)))) {
            assertThat(workbook.getProperties().getCoreProperties().getCreated().toInstant())
                    .isEqualTo(made);
            assertThat(workbook.getProperties()
                            .getCoreProperties()
                            .getModified()
                            .toInstant())
                    .isEqualTo(made);
        }
    }

    private static void same(Function<ReportContent, byte[]> renderer) {
        assertThat(renderer.apply(CONTENT)).isEqualTo(renderer.apply(SampleReport.of(6)));
    }

    private static byte[] packed(ReportContent content) {
        return PackagedReport.render(
                ReportType.AUDIT_PACKAGE, content, new byte[] {'{', '}'}, Map.of("audit/hashes.txt", new byte[1]));
    }
}
