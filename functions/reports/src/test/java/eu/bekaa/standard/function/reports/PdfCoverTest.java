package eu.bekaa.standard.function.reports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.report.content.Cover;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the names are, the cover is one page, and every sign on it can be seen.
class PdfCoverTest {
    private static final ReportContent CONTENT = SampleReport.of(3);

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("unbroken", "W".repeat(300), "WWWW"),
                Arguments.of("many words", "The assessment of everything there is. ".repeat(8), "of everything"),
                Arguments.of(
                        "markup",
                        "<h1 style='font-size:900px'>Big</h1><br/>&nbsp;<script>alert(1)</script>",
                        "<script>"),
                Arguments.of("Hebrew and Arabic", "שלום עולם مرحبا بالعالم ".repeat(10), "Confidential"),
                Arguments.of("Chinese and Japanese", "株式会社日立製作所 北京市海淀区".repeat(15), "\uFFFD\uFFFD"),
                Arguments.of("emoji", "Report 😀🚀👩‍💻 of Jupiter", "\uFFFD\uFFFD"),
                Arguments.of("stacked accents", "Z" + "\u0351\u0327".repeat(140) + "algo", "algo"),
                Arguments.of("line breaks", "One\n\n\n\n\nTwo\r\n".repeat(25), "One Two"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void longAndStrangeNamesStayOnOneCoverPage(String kind, String name, String shown) {
        try (var pdf = new ReadBack(PdfReport.render(named(name)))) {
            assertThat(pdf.words(1)).contains("Classification", "Confidential", "Plan of action", shown);
            assertThat(pdf.words(2)).contains("Contents");
            assertThat(pdf.offPaper(1)).isEmpty();
            for (int page = 1; page <= pdf.pages(); page++) {
                assertThat(pdf.undrawn(page)).as("page " + page).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void theRunningHeadKeepsItsPlace(String kind, String name, String shown) {
        try (var pdf = new ReadBack(PdfReport.render(named(name)))) {
            for (int page = 2; page <= pdf.pages(); page++) {
                assertThat(pdf.outside(page)).as("page " + page).isEmpty();
            }
        }
    }

    private static ReportContent named(String name) {
        var cover = CONTENT.cover();
        var facts = Collections.nCopies(4, new Cover.Fact("Plan of action", "Version 1, approved by " + name));
        return new ReportContent(
                new Cover(
                        cover.kind(),
                        name,
                        name,
                        name,
                        name,
                        cover.scfVersion(),
                        cover.classification(),
                        "DRAFT: made from unapproved sources",
                        cover.version(),
                        cover.generatedAt(),
                        facts),
                CONTENT.sections(),
                CONTENT.sources(),
                CONTENT.datasets());
    }
}
