package eu.bekaa.standard.function.reports;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.render.Outline;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PdfReportTest {
    private static final int COVER = 1;
    private static final int CONTENTS = 2;
    private static final ReportContent CONTENT = SampleReport.of(90);

    private static ReadBack pdf;

    @BeforeAll
    static void render() {
        pdf = new ReadBack(PdfReport.render(CONTENT));
    }

    @AfterAll
    static void close() {
        pdf.close();
    }

    @Test
    void eachContentsEntryLeadsToThePageWithThatHeadingAndPrintsItsNumber() {
        var links = pdf.links(CONTENTS);
        var entries = new Outline(CONTENT).contents();

        for (var entry : entries) {
            var titled = links.stream()
                    .filter(link -> link.words().equals(entry.title().strip()))
                    .findFirst();
            assertThat(titled).as(entry.title()).isPresent();
            int target = titled.orElseThrow().target();
            assertThat(pdf.words(target))
                    .as("page " + target)
                    .contains(entry.number() + " " + entry.title().strip());
            assertThat(links).as(entry.title()).contains(new ReadBack.Link(String.valueOf(target), target));
        }
        assertThat(links).hasSize(2 * entries.size());
    }

    @Test
    void nothingIsCutAtTheMargin() {
        for (int page = COVER + 1; page <= pdf.pages(); page++) {
            assertThat(pdf.outside(page)).as("page " + page).isEmpty();
        }
    }

    @Test
    void std101_everyCitedNumberStandsInTheRegisterWithItsFullId() {
        var outline = new Outline(CONTENT);
        var register = outline.contents().getLast();
        int first = pdf.links(CONTENTS).stream()
                .filter(link -> link.words().equals(register.title()))
                .findFirst()
                .orElseThrow()
                .target();
        var listed = pdf.words(first, pdf.pages());
        for (var source : CONTENT.sources()) {
            assertThat(listed).contains(source.id().toString());
        }
        var cited = new TreeSet<Integer>();
        var numbers = Pattern.compile("\\[(\\d+(?:, \\d+)*)]").matcher(pdf.words(CONTENTS + 1, first - 1));
        while (numbers.find()) {
            for (var number : numbers.group(1).split(", ", -1)) {
                cited.add(Integer.valueOf(number));
            }
        }
        assertThat(cited)
                .hasSizeGreaterThan(200)
                .allMatch(number -> number >= 1 && number <= CONTENT.sources().size());
        for (int page = CONTENTS + 1; page < first; page++) {
            assertThat(pdf.links(page)).as("page " + page).allMatch(link -> link.target() >= first);
        }
    }

    @Test
    void everyPageButTheCoverIsNumbered() {
        assertThat(pdf.words(COVER)).doesNotContain("Page 1 of");
        for (int page = COVER + 1; page <= pdf.pages(); page++) {
            assertThat(pdf.words(page)).contains("Page " + page + " of " + pdf.pages());
        }
    }

    @Test
    void bookmarksFollowTheHeadings() {
        var titles = new ArrayList<String>();
        for (var section :
                pdf.document().getDocumentCatalog().getDocumentOutline().children()) {
            titles.add(section.getTitle().replaceFirst("^\\d+ +", ""));
        }
        assertThat(titles.getFirst()).isEqualTo("Contents");
        assertThat(titles.subList(1, titles.size()))
                .isEqualTo(new Outline(CONTENT)
                        .entries().stream()
                                .filter(entry -> entry.level() == 1)
                                .map(Outline.Entry::title)
                                .toList());
    }

    @Test
    void everyTypefaceIsInside() throws Exception {
        for (var page : pdf.document().getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded())
                        .as(name.getName())
                        .isTrue();
            }
        }
    }

    @Test
    void aTableThatGoesOnRepeatsItsHead() {
        int repeated = 0;
        for (int page = CONTENTS + 1; page <= pdf.pages(); page++) {
            if (pdf.words(page).contains("Requirement Control Finding Status Evidence Quote Sources")) {
                repeated++;
            }
        }
        assertThat(repeated).isGreaterThan(3);
    }
}
