package eu.bekaa.standard.function.reports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.render.HtmlReport;
import eu.bekaa.standard.assurance.report.render.MarkdownReport;
import eu.bekaa.standard.assurance.report.render.Medium;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/// Whatever stands in a field, it is shown and does nothing.
class HostileTextTest {
    private static final String NOISE =
            "=1+1 <script>alert(1)</script> \"' onload=x '; DROP TABLE report;-- \u202Eevil שלום مرحبا 😀 &amp; ]]> \u0000\uD800 [a](x://y) | "
                    + "W".repeat(120);
    private static final ReportContent CONTENT = SampleReport.of(6, NOISE);

    @Test
    void aPageStaysWellFormedAndRunsNothing() throws Exception {
        for (var medium : Medium.values()) {
            var page = HtmlReport.render(CONTENT, medium).replace("<!DOCTYPE html>", "");
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page)));

            assertThat(document.getElementsByTagName("script").getLength()).isZero();
            assertThat(document.getDocumentElement().getTextContent()).contains("<script>alert(1)</script>");
            assertThat(page).doesNotContain("\u202E").doesNotContain("\u0000");
        }
    }

    @Test
    void markdownHasNoMarkupOfItsOwn() {
        var text = new String(MarkdownReport.render(CONTENT), StandardCharsets.UTF_8);

        assertThat(text).doesNotContain("<script").doesNotContain("](x").contains("&lt;script&gt;alert\\(1\\)");
        assertThat(text.lines().filter(line -> line.startsWith("|")))
                .allSatisfy(line -> assertThat(line).endsWith("|"));
    }

    @Test
    void aWorkbookKeepsFormulasAsText() throws Exception {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(XlsxReport.render(CONTENT)))) {
            var cell = workbook.getSheet("Gap findings").getRow(1).getCell(3);

            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).startsWith("=1+1 <script>");
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void aWordDocumentShowsIt() throws Exception {
        try (var document = new XWPFDocument(new ByteArrayInputStream(DocxReport.render(CONTENT)));
                var text = new XWPFWordExtractor(document)) {
            assertThat(text.getText()).contains("<script>alert(1)</script>").contains("Detailed findings");
        }
    }
}
