package eu.bekaa.standard.catalog.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.catalog.difference.ChangeKind;
import eu.bekaa.standard.catalog.difference.ControlChange;
import eu.bekaa.standard.catalog.difference.DifferenceTotals;
import eu.bekaa.standard.catalog.difference.Differences;
import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.catalog.workbook.RawWorkbook;
import eu.bekaa.standard.catalog.workbook.ScfWorkbook;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.testing.Samples;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the published workbooks differ in, against figures counted by other means.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedDifferenceTest {
    private static final List<String> RELEASES = List.of("2018.1", "2020.4", "2021.1", "2022.3");

    @Inject
    Loads loads;

    @Inject
    Differences differences;

    private final Map<String, UUID> versions = new HashMap<>();
    private final Map<String, RawWorkbook> raws = new HashMap<>();

    private static Path published(String release) {
        return Samples.require("scf/Secure Controls Framework (SCF) - " + release + ".xlsx");
    }

    @BeforeAll
    void everyReleaseIsImported() throws Exception {
        for (var release : RELEASES) {
            raws.put(release, new RawWorkbook(published(release)));
            var content = apart(ScfWorkbook.read(published(release)));
            versions.put(release, loads.version("apart " + release, SourceType.XLSX, content));
        }
    }

    /// The same content under framework codes of its own, so that no other test counts its requirements.
    private static ScfContent apart(ScfContent content) {
        var frameworks = content.frameworks().stream()
                .map(framework -> new ScfContent.Framework(
                        "APART " + framework.code(),
                        framework.name(),
                        framework.version(),
                        framework.publisher(),
                        framework.jurisdiction(),
                        framework.title(),
                        framework.url(),
                        framework.requirements(),
                        framework.mappings()))
                .toList();
        return new ScfContent(
                content.release(),
                content.domains(),
                content.controls(),
                frameworks,
                content.evidenceRequests(),
                content.hazards(),
                List.of(),
                Map.of());
    }

    private RawWorkbook raw(String release) {
        return requireNonNull(raws.get(release));
    }

    private DifferenceTotals totals(String from, String to) {
        return differences
                .between(
                        loads.caller(),
                        requireNonNull(versions.get(from)),
                        requireNonNull(versions.get(to)),
                        new Differences.Filter(null, null),
                        PageRequest.of(1, null))
                .totals();
    }

    @ParameterizedTest
    @CsvSource({
        "2018.1, 2020.4, 127, 58, 130,   0, 598,   0",
        "2020.4, 2021.1,  94, 26,  41,   0, 826,  64",
        "2021.1, 2022.3, 122, 58, 186, 193, 611, 159",
        "2018.1, 2022.3, 343, 120, 277, 192, 340,  0"
    })
    void theReleasesDifferAsCountedByOtherMeans(
            String from, String to, int added, int renamed, int reworded, int reweighted, int unchanged, int asked) {
        var totals = totals(from, to);

        assertThat(totals.added()).isEqualTo(added);
        assertThat(totals.removed()).isZero();
        assertThat(totals.renamed()).isEqualTo(renamed);
        assertThat(totals.reworded()).isEqualTo(reworded);
        assertThat(totals.reweighted()).isEqualTo(reweighted);
        assertThat(totals.unchanged()).isEqualTo(unchanged);
        assertThat(totals.questionChanged()).isEqualTo(asked);
        var older = raw(from);
        var newer = raw(to);
        assertThat(changed(older, newer, "SCF Control")).isEqualTo(renamed);
        assertThat(changed(older, newer, ".*Control Description")).isEqualTo(reworded);
        assertThat(changed(older, newer, "Relative Control Weighting.*")).isEqualTo(reweighted);
    }

    private static int changed(RawWorkbook older, RawWorkbook newer, String header) {
        var before = older.texts(header);
        var after = newer.texts(header);
        return (int) before.keySet().stream()
                .filter(code -> !requireNonNull(before.get(code)).equals(after.get(code)))
                .count();
    }

    @Test
    void everyMappingThatCameOrWentIsCounted() {
        var older = triples("2021.1", 14, 162);
        var newer = triples("2022.3", 18, 209);
        var totals = totals("2021.1", "2022.3");

        assertThat(totals.mappingsAdded())
                .isEqualTo(newer.stream().filter(one -> !older.contains(one)).count());
        assertThat(totals.mappingsRemoved())
                .isEqualTo(older.stream().filter(one -> !newer.contains(one)).count());
        assertThat(totals.mappingsChanged()).isZero();
        assertThat(totals.mappingsAdded() - totals.mappingsRemoved()).isEqualTo(42_756 - 23_866);
    }

    /// Control, header and reference, read without the product; numbers as a spreadsheet shows them.
    private Set<List<String>> triples(String release, int first, int last) {
        var raw = raw(release);
        var triples = new HashSet<List<String>>();
        for (int column = first; column <= last; column++) {
            var header = raw.header(column)
                    .toUpperCase(Locale.ROOT)
                    .replace('[', '(')
                    .replace(']', ')');
            for (var pair : raw.pairs(column)) {
                triples.add(List.of(header, pair.getFirst(), shown(pair.getLast())));
            }
        }
        return triples;
    }

    private static String shown(String reference) {
        return reference.matches("\\d+\\.\\d{10,}(E-?\\d+)?")
                ? new java.math.BigDecimal(reference)
                        .round(new java.math.MathContext(15))
                        .stripTrailingZeros()
                        .toPlainString()
                : reference;
    }

    @Test
    void aChangedControlShowsBothTextsAndItsMappings() {
        var page = differences.between(
                loads.caller(),
                requireNonNull(versions.get("2021.1")),
                requireNonNull(versions.get("2022.3")),
                new Differences.Filter(ChangeKind.REWORDED, "AST"),
                PageRequest.of(100, null));

        assertThat(page.found()).isEqualTo(page.data().size()).isPositive();
        assertThat(page.pagination().hasMore()).isFalse();
        assertThat(page.data()).allSatisfy(change -> {
            assertThat(change.domainCode()).isEqualTo("AST");
            assertThat(requireNonNull(change.before()).controlDescription())
                    .isNotEqualTo(requireNonNull(change.after()).controlDescription());
            assertThat(change.mappingChanges())
                    .hasSize(change.mappingsAdded() + change.mappingsRemoved() + change.mappingsChanged());
        });
    }

    @Test
    void thePagesTogetherAreTheDifference() {
        var from = requireNonNull(versions.get("2021.1"));
        var to = requireNonNull(versions.get("2022.3"));
        var filter = new Differences.Filter(ChangeKind.ADDED, null);
        var codes = new HashSet<String>();
        String cursor = null;
        do {
            var page = differences.between(loads.caller(), from, to, filter, PageRequest.of(50, cursor));
            page.data().stream().map(ControlChange::controlCode).forEach(codes::add);
            cursor = page.pagination().nextCursor();
        } while (cursor != null);

        assertThat(codes).hasSize(122);
    }

    @Test
    void aVersionDoesNotDifferFromItself() {
        var totals = totals("2022.3", "2022.3");

        assertThat(totals.unchanged()).isEqualTo(1_090);
        assertThat(totals.mappingsAdded() + totals.mappingsRemoved() + totals.mappingsChanged())
                .isZero();
    }
}
