package eu.bekaa.standard.function.ingestion.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.bekaa.standard.knowledge.text.ExtractedText;
import eu.bekaa.standard.knowledge.text.FileType;
import eu.bekaa.standard.knowledge.text.PageText;
import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class FormatsTest {
    @Test
    void wordKeepsTheOrderOfHeadingsListsAndTables() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var word = new XWPFDocument()) {
            word.createParagraph().createRun().setText("Access control");
            word.createParagraph().createRun().setText("Every account has an owner.");
            var table = word.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Role");
            table.getRow(0).getCell(1).setText("Right");
            table.getRow(1).getCell(0).setText("Member");
            table.getRow(1).getCell(1).setText("May read");
            word.createParagraph().createRun().setText("Afterwards");
            word.write(out);
        }
        assertThat(text(FileType.DOCX, out.toByteArray()))
                .isEqualTo(
                        "Access control\n\nEvery account has an owner.\n\nRole\tRight\nMember\tMay read\n\nAfterwards");
    }

    @Test
    void deletedAndDuplicatedWordsAreLeftOut() throws Exception {
        var xml = Hostile.paragraphs("kept")
                .replace(
                        "</w:body>",
                        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>a</w:t><w:tab/>"
                                + "<w:t>b</w:t></w:r><w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
                                + "<mc:Choice><w:t>box</w:t></mc:Choice><mc:Fallback><w:t>box</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p></w:body>");
        assertThat(text(FileType.DOCX, Hostile.docx(xml))).isEqualTo("kept\n\na\tbbox");
    }

    @Test
    void aWorkbookIsAPagePerSheet() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            var assets = workbook.createSheet("Assets");
            assets.createRow(0).createCell(0).setCellValue("Asset");
            assets.getRow(0).createCell(3).setCellValue("Owner");
            var row = assets.createRow(2);
            row.createCell(0).setCellValue("Laptop");
            row.createCell(1).setCellValue(12.5);
            row.createCell(2).setCellValue(true);
            workbook.createSheet("Empty");
            workbook.createSheet("Notes").createRow(0).createCell(0).setCellValue("Reviewed yearly");
            workbook.write(out);
        }
        var read = new Extraction().extract(FileType.XLSX, out.toByteArray());
        assertThat(read.pages())
                .containsExactly(
                        new PageText(1, "Assets", "Asset\tOwner\nLaptop\t12.5\tTRUE"),
                        new PageText(2, "Empty", ""),
                        new PageText(3, "Notes", "Reviewed yearly"));
    }

    @Test
    void aPresentationIsAPagePerSlide() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var show = new XMLSlideShow()) {
            show.createSlide().createTextBox().setText("Incident response");
            var second = show.createSlide().createTextBox();
            second.setText("Step one");
            second.addNewTextParagraph().addNewTextRun().setText("Step two");
            show.write(out);
        }
        assertThat(new Extraction().extract(FileType.PPTX, out.toByteArray()).pages())
                .containsExactly(PageText.numbered(1, "Incident response"), PageText.numbered(2, "Step one\nStep two"));
    }

    @Test
    void aPdfIsReadPageByPage() throws Exception {
        var read = new Extraction().extract(FileType.PDF, pdf("", "First page.", "", "Third page."));
        assertThat(read.pages())
                .containsExactly(
                        PageText.numbered(1, "First page."),
                        PageText.numbered(2, ""),
                        PageText.numbered(3, "Third page."));
    }

    @Test
    void aProtectedPdfSaysSo() throws IOException {
        var locked = pdf("secret", "Text");
        assertThat(catchThrowableOfType(UnreadableDocument.class, () -> new Extraction().extract(FileType.PDF, locked))
                        .reason())
                .isEqualTo(UnreadableDocument.Reason.FILE_ENCRYPTED);
    }

    @Test
    void htmlGivesItsVisibleWords() throws Exception {
        var page = """
                <!doctype html><html><head><title>Ignored</title><style>p{}</style></head><body>
                <h1>Access</h1><p>Every   account
                has an <b>owner</b>.</p><script>alert(1)</script>
                <ul><li>First</li><li><p>Second</p></li></ul>
                <table><tr><th>Role</th><th>Right</th></tr><tr><td>Member</td><td>Read</td></tr></table>
                <pre>a
                  b</pre></body></html>""";
        assertThat(text(FileType.HTML, page.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(
                        "Access\n\nEvery account has an owner.\n\nFirst\nSecond\n\nRole\tRight\nMember\tRead\n\na\n  b");
        assertThat(text(
                        FileType.HTML,
                        "<meta charset=windows-1252><p>caf\u00e9</p>".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo("café");
    }

    @Test
    void textIsKeptAsItIsWhateverItsEncoding() throws Exception {
        var policy = "Räksmörgås\r\n\tzwei  Zeilen – \"Zitat\"\n";
        assertThat(text(FileType.TXT, policy.getBytes(StandardCharsets.UTF_8))).isEqualTo(policy);
        assertThat(text(FileType.MD, ("\uFEFF" + policy).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(policy);
        assertThat(text(FileType.TXT, policy.getBytes(StandardCharsets.UTF_16))).isEqualTo(policy);
        assertThat(text(FileType.CSV, policy.getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(policy);
        assertThat(text(FileType.JSON, "{\"a\": [1, \"ö\"]}\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\"a\": [1, \"ö\"]}\n");
    }

    private static String text(FileType type, byte[] content) throws UnreadableDocument {
        ExtractedText text = new Extraction().extract(type, content);
        assertThat(text.pages()).singleElement().extracting(PageText::number).isNull();
        return text.whole();
    }

    private static byte[] pdf(String password, String... pages) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (var words : pages) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(words);
                    content.endText();
                }
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            document.save(out);
        }
        return out.toByteArray();
    }
}
