package eu.bekaa.standard.function.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class DemoPoliciesTest {
    private static byte[] file(String name) {
        return DemoPolicies.all().stream()
                .filter(upload -> upload.filename().equals(name))
                .findFirst()
                .orElseThrow()
                .content();
    }

    @Test
    void theDocumentsComeInFiveFormats() {
        assertThat(DemoPolicies.all()).hasSize(8);
        assertThat(DemoPolicies.all())
                .extracting(Journey.Upload::contentType)
                .contains("text/markdown", "text/html", "text/plain", "application/pdf");
        assertThat(DemoPolicies.all())
                .allSatisfy(upload -> assertThat(upload.content().length).isGreaterThan(1_000));
    }

    @Test
    void thePdfHoldsTheWholePlanOnSeveralPages() throws IOException {
        try (var document = Loader.loadPDF(file("incident-response-plan.pdf"))) {
            assertThat(document.getNumberOfPages()).isBetween(2, 4);
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Incident Response Plan", "within 72 hours", "has fallen from six to two.");
        }
    }

    @Test
    void theWordDocumentHoldsTheWholePolicy() throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(file("access-control-policy.docx")));
                var text = new XWPFWordExtractor(document)) {
            assertThat(text.getText()).contains("Access Control Policy", "exempt from multi-factor authentication");
        }
    }

    @Test
    void someThingsAreExceptedNotDoneOrLeftOut() {
        var all = DemoPolicies.all().stream()
                .map(upload -> new String(upload.content(), StandardCharsets.UTF_8))
                .reduce("", String::concat);

        assertThat(all).contains("has not been tested since 2023", "was postponed");
    }

    @Test
    void theyAreTheSameBytesEveryTime() {
        var once = DemoPolicies.all();
        var again = DemoPolicies.all();

        for (int at = 0; at < once.size(); at++) {
            assertThat(again.get(at).content())
                    .as(once.get(at).filename())
                    .isEqualTo(once.get(at).content());
        }
    }
}
