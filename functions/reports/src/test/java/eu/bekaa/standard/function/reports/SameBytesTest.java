package eu.bekaa.standard.function.reports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.report.ReportType;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.render.HtmlReport;
import eu.bekaa.standard.assurance.report.render.MarkdownReport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SameBytesTest {
    private static final ReportContent CONTENT = SampleReport.of(6);

    @Test
    void std102_theSameContentRendersTheSameBytes() {
        same(HtmlReport::bytes);
        same(MarkdownReport::render);
        same(PdfReport::render);
        same(DocxReport::render);
        same(XlsxReport::render);
        same(content -> PackagedReport.render(
                ReportType.AUDIT_PACKAGE, content, new byte[] {'{', '}'}, Map.of("audit/hashes.txt", new byte[1])));
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
}
