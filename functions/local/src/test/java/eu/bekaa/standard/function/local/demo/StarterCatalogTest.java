package eu.bekaa.standard.function.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.catalog.source.ScfContent.Framework;
import eu.bekaa.standard.catalog.source.ScfContent.Requirement;
import eu.bekaa.standard.catalog.workbook.ScfWorkbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StarterCatalogTest {
    /// The subcategories of NIST CSF v1.1: how many each category has.
    private static final Map<String, Integer> CSF = Map.ofEntries(
            Map.entry("ID.AM", 6),
            Map.entry("ID.BE", 5),
            Map.entry("ID.GV", 4),
            Map.entry("ID.RA", 6),
            Map.entry("ID.RM", 3),
            Map.entry("ID.SC", 5),
            Map.entry("PR.AC", 7),
            Map.entry("PR.AT", 5),
            Map.entry("PR.DS", 8),
            Map.entry("PR.IP", 12),
            Map.entry("PR.MA", 2),
            Map.entry("PR.PT", 5),
            Map.entry("DE.AE", 5),
            Map.entry("DE.CM", 8),
            Map.entry("DE.DP", 5),
            Map.entry("RS.RP", 1),
            Map.entry("RS.CO", 5),
            Map.entry("RS.AN", 5),
            Map.entry("RS.MI", 3),
            Map.entry("RS.IM", 2),
            Map.entry("RC.RP", 1),
            Map.entry("RC.IM", 2),
            Map.entry("RC.CO", 3));

    /// The controls of ISO/IEC 27001:2022 Annex A: how many each theme has.
    private static final Map<String, Integer> ANNEX_A = Map.of("5", 37, "6", 8, "7", 14, "8", 34);

    private ScfContent content =
            new ScfContent(null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());

    @BeforeAll
    void read(@TempDir Path directory) throws IOException {
        content = ScfWorkbook.read(Files.write(directory.resolve("starter.xlsx"), StarterCatalog.workbook()));
    }

    private Set<String> requirements(String framework) {
        return content.frameworks().stream()
                .filter(one -> one.code().equals(framework))
                .flatMap(one -> one.requirements().stream())
                .map(Requirement::code)
                .collect(Collectors.toSet());
    }

    private static Set<String> numbered(Map<String, Integer> counts, String separator) {
        var numbers = new HashSet<String>();
        counts.forEach((group, count) ->
                IntStream.rangeClosed(1, count).forEach(number -> numbers.add(group + separator + number)));
        return numbers;
    }

    @Test
    void itImportsWithoutAWarning() {
        assertThat(content.warnings()).isEmpty();
        assertThat(content.controls()).hasSize(80);
        assertThat(content.domains()).hasSize(23);
        assertThat(content.evidenceRequests()).hasSize(32);
    }

    @Test
    void everySubcategoryOfTheCsfIsMappedAndNoneInvented() {
        assertThat(requirements("NIST CSF V1.1")).isEqualTo(numbered(CSF, "-")).hasSize(108);
    }

    @Test
    void everyControlOfAnnexAIsMappedAndNoneInvented() {
        assertThat(requirements("ISO 27002 V2022"))
                .isEqualTo(numbered(ANNEX_A, "."))
                .hasSize(93);
    }

    @Test
    void theOtherFrameworksAreMappedToo() {
        assertThat(requirements("CIS CSC V8.0")).hasSizeGreaterThan(90).contains("1.1", "18.3");
        assertThat(requirements("AICPA TSC 2017 (SOC 2)"))
                .hasSizeGreaterThan(40)
                .contains("CC6.1", "A1.2");
        assertThat(content.frameworks()).extracting(Framework::publisher).doesNotContainNull();
    }

    @Test
    void everyControlIsComplete() {
        assertThat(content.controls()).allSatisfy(control -> {
            assertThat(control.criteria()).hasSize(6);
            assertThat(control.weight()).isBetween(1.0, 10.0);
            assertThat(control.question()).startsWith("Does the organization ").endsWith("?");
            assertThat(control.description()).endsWith(".");
            assertThat(control.guidance()).startsWith("- ");
            assertThat(control.functionGrouping()).isIn("Identify", "Protect", "Detect", "Respond", "Recover");
        });
    }

    @Test
    void itIsTheSameBytesEveryTime() {
        assertThat(StarterCatalog.workbook()).isEqualTo(StarterCatalog.workbook());
    }
}
