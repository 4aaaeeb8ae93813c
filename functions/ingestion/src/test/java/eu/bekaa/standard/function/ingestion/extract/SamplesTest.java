package eu.bekaa.standard.function.ingestion.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.bekaa.standard.knowledge.text.Chunker;
import eu.bekaa.standard.knowledge.text.FileType;
import eu.bekaa.standard.knowledge.text.PromptInjection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Real documents written by others; skipped where they are absent.
class SamplesTest {
    private static final Path SAMPLES = Path.of("../../../shared/samples");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,3} (.+?)\\s*(\\{.*})?$");

    @Test
    void onePlanHasTheSameSectionsInTheSameOrderInFourFormats() throws Exception {
        var plan = sample("policies-incident-plan/examples/plan.md");
        var markdown = new Extraction().extract(FileType.MD, plan).whole();
        List<String> headings = HEADING.matcher(markdown)
                .results()
                .map(heading -> plain(heading.group(1)))
                .toList();
        assertThat(headings).hasSizeGreaterThan(40);
        for (var type : List.of(FileType.DOCX, FileType.HTML, FileType.PDF)) {
            var name = "policies-incident-plan/examples/plan." + type.name().toLowerCase(Locale.ROOT);
            var text = plain(new Extraction().extract(type, sample(name)).whole());
            // the table of contents comes first in the paged formats: the sections are looked for from the end
            int before = text.length();
            for (var heading : headings.reversed()) {
                int at = text.lastIndexOf(heading, before);
                assertThat(at).as("%s in %s", heading, type).isNotNegative();
                before = at - 1;
            }
        }
    }

    @Test
    void aLongPdfHasPages() throws Exception {
        var pages = new Extraction()
                .extract(FileType.PDF, sample("policies-incident-plan/examples/plan.pdf"))
                .pages();
        assertThat(pages).hasSizeGreaterThan(40);
        assertThat(pages).extracting(page -> page.number()).doesNotContainNull().isSorted();
    }

    @Test
    void aLongWordDocumentIsReadWhole() throws Exception {
        var text =
                new Extraction().extract(FileType.DOCX, sample("documents-owasp-asvs/2.0/OWASP_ASVS_Version_2.docx"));
        var whole = text.whole();
        assertThat(whole).contains("Application Security Verification Standard", "V2. Authentication", "V17");
        assertThat(Chunker.DEFAULT.pieces(text))
                .hasSizeGreaterThan(20)
                .allSatisfy(piece -> assertThat(whole).contains(piece.text()));
    }

    @Test
    void std45_realPoliciesRaiseNoSuspicion() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "The shared samples are not beside this checkout.");
        try (var files = Files.walk(SAMPLES.resolve("policies-jupiterone"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".tmpl")).toList()) {
                assertThat(PromptInjection.suspicions(Files.readString(file)))
                        .as("%s", file)
                        .isEmpty();
            }
        }
    }

    private static String plain(String text) {
        return text.replaceAll("[*`_\\\\]", "")
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .replace('’', '\'')
                .replaceAll("[\\s\u00a0]+", " ")
                .strip();
    }

    private static byte[] sample(String name) throws IOException {
        var file = SAMPLES.resolve(name);
        assumeTrue(Files.exists(file), "The shared samples are not beside this checkout.");
        return Files.readAllBytes(file);
    }
}
