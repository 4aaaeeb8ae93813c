package eu.bekaa.standard.catalog.workbook;

import static eu.bekaa.standard.catalog.workbook.WorkbookFile.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.catalog.source.Findings;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are no workbook, or mean harm.
class HostileWorkbookTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @TempDir
    Path directory = Path.of("");

    private void refused(byte[] bytes, String message) {
        var file = WorkbookFile.write(directory, bytes);
        Assertions.assertTimeout(
                SOON,
                () -> assertThatThrownBy(() -> ScfWorkbook.read(file))
                        .isInstanceOfSatisfying(Refusal.class, refusal -> {
                            assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
                            assertThat(refusal.getMessage()).contains(message);
                        }));
    }

    @Test
    void anEmptyFileIsRefused() {
        refused(new byte[0], "cannot be read");
    }

    @Test
    void whatIsNoZipIsRefused() {
        refused(utf8("SCF Domain,SCF Control\n"), "cannot be read");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9, 0.99})
    void aTruncatedWorkbookIsRefused(double share) {
        var whole = WorkbookFile.small().bytes();
        refused(Arrays.copyOf(whole, (int) (whole.length * share)), "cannot be read");
    }

    @Test
    void aWorkbookWithoutAControlSheetIsRefused() {
        refused(
                new WorkbookFile()
                        .sheet("Budget", new Object[] {"Item", "Cost"})
                        .bytes(),
                "No sheet");
    }

    @Test
    void aControlSheetWithoutItsColumnsIsRefusedNamingThem() {
        var bytes = new WorkbookFile()
                .sheet("SCF 2099.1", new Object[] {"SCF Control", "SCF #"}, new Object[] {"One", "GOV-01"})
                .bytes();
        refused(bytes, "\"SCF Domain\"");
    }

    @Test
    void aRepeatedControlIsRefusedNamingBothRows() {
        var control = new Object[] {"Governance", "Programme", "GOV-01", "Text.", 10, "ID.GV-1", ""};
        refused(
                new WorkbookFile()
                        .sheet("SCF 2099.1", WorkbookFile.HEADER, control, control)
                        .bytes(),
                "Row 3 repeats control GOV-01 of row 2");
    }

    @Test
    void aControlSheetWithoutControlsIsRefused() {
        refused(
                new WorkbookFile()
                        .sheet("SCF 2099.1", new Object[][] {WorkbookFile.HEADER})
                        .bytes(),
                "no controls");
    }

    @Test
    void anExternalEntityIsNeverFetched() throws Exception {
        var secret = Files.writeString(directory.resolve("secret.txt"), "the secret");
        var sheet = """
                <?xml version="1.0"?>
                <!DOCTYPE worksheet [<!ENTITY x SYSTEM "%s">]>
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row></sheetData></worksheet>
                """.formatted(secret.toUri());
        refused(
                WorkbookFile.with(WorkbookFile.small().bytes(), "xl/worksheets/sheet1.xml", utf8(sheet)),
                "cannot be read");
    }

    @Test
    void anEntityBombIsRefused() {
        var texts = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\">");
        for (char entity = 'b'; entity <= 'k'; entity++) {
            texts.append("<!ENTITY ").append(entity).append(" \"");
            texts.append(("&" + (char) (entity - 1) + ";").repeat(10)).append("\">");
        }
        texts.append(
                "]><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>&k;</t></si></sst>");
        refused(
                WorkbookFile.with(WorkbookFile.small().bytes(), "xl/sharedStrings.xml", utf8(texts.toString())),
                "cannot be read");
    }

    @Test
    void aZipBombIsRefused() {
        var texts = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + ("<si><t>" + " ".repeat(1_000) + "</t></si>").repeat(100_000) + "</sst>";
        refused(WorkbookFile.with(WorkbookFile.small().bytes(), "xl/sharedStrings.xml", utf8(texts)), "cannot be read");
    }

    @Test
    void aGiganticExponentIsNotSpelledOut() {
        assertThat(Cell.rounded("1E+999999999")).hasSizeLessThan(40);
        assertThat(Cell.rounded("5.0999999999999996")).isEqualTo("5.1");
        assertThat(Cell.rounded("12.10")).isEqualTo("12.1");
        assertThat(Cell.rounded("NaN")).isEqualTo("NaN");
    }

    private static byte[] sheet(String rows) {
        var sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
        return WorkbookFile.with(WorkbookFile.small().bytes(), "xl/worksheets/sheet1.xml", utf8(sheet));
    }

    /// Text that packs badly enough to pass for an honest file.
    private static String noise(int length, int seed) {
        var random = new Random(seed);
        var text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(Integer.toString(random.nextInt(1_000), 36)).append("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        }
        return text.substring(0, length);
    }

    @Test
    void aCellLongerThanASpreadsheetHoldsIsRefused() {
        refused(
                sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + noise(40_000, 1) + "</t></is></c></row>"),
                "more than 32767 characters");
    }

    @Test
    void aTagThatFillsTheMemoryIsRefused() {
        refused(sheet("<row r=\"" + noise(1_100_000, 2) + "\"/>"), "more than a megabyte");
        refused(sheet("<!--" + noise(1_200_000, 3).replace("aaaaaaa", "<<<<<<<") + "-->"), "more than a megabyte");
    }

    @Test
    void aRowWiderThanASpreadsheetIsRefused() {
        var cells = IntStream.rangeClosed(0, 16_384)
                .mapToObj(number -> "<c><v>" + number * 7_919 + "</v></c>")
                .collect(Collectors.joining());
        refused(sheet("<row r=\"1\">" + cells + "</row>"), "more than 16384 cells");
    }

    @Test
    void moreTextThanMemoryHoldsIsRefused() {
        var texts = new StringBuilder("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        for (int number = 0; number < 1_000; number++) {
            texts.append("<si><t>").append(noise(30_000, number)).append("</t></si>");
        }
        refused(
                WorkbookFile.with(
                        WorkbookFile.small().bytes(),
                        "xl/sharedStrings.xml",
                        utf8(texts.append("</sst>").toString())),
                "characters of text");
    }

    @Test
    void moreReferencesThanAFrameworkHasAreRefused() {
        var rows = new ArrayList<Object[]>();
        rows.add(WorkbookFile.HEADER);
        for (int number = 0; number < 20; number++) {
            var references = IntStream.range(0, 14_000)
                    .mapToObj(Integer::toString)
                    .map(reference -> reference.substring(reference.length() - 1))
                    .collect(Collectors.joining("\n"));
            rows.add(new Object[] {"Governance", "Programme", "GOV-" + number, "Text.", 10, references, ""});
        }
        refused(
                new WorkbookFile()
                        .sheet("SCF 2099.1", rows.toArray(Object[][]::new))
                        .bytes(),
                "references");
    }

    @Test
    void aPartThatTheLibraryReadsWholeIsMeasuredFirst() {
        var types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>".repeat(40_000) + "</Types>";
        refused(
                WorkbookFile.with(WorkbookFile.small().bytes(), "[Content_Types].xml", utf8(types)),
                "[Content_Types].xml unpacks to more than");
    }

    @Test
    void aCodeLongerThanAnyIndexHoldsIsRefused() {
        var control = new Object[] {"Governance", "Programme", "GOV-01", "Text.", 10, "x".repeat(301), ""};
        refused(
                new WorkbookFile()
                        .sheet("SCF 2099.1", WorkbookFile.HEADER, control)
                        .bytes(),
                "A reference has more than 300 characters");
    }

    @Test
    void ofCountlessFindingsTheFirstAreKeptAndAllAreCounted() {
        var rows = new ArrayList<Object[]>();
        rows.add(WorkbookFile.HEADER);
        for (int number = 1; number <= 6_000; number++) {
            rows.add(new Object[] {"Governance", "Programme", "GOV-" + number, "Text.", 10, " ID.GV-1", 1.5});
        }
        var content = ScfWorkbook.read(new WorkbookFile()
                .sheet("SCF 2099.1", rows.toArray(Object[][]::new))
                .in(directory));

        assertThat(content.warnings()).hasSize(Findings.MOST);
        assertThat(content.warningsByRule()).containsEntry("padded_cell", 6_000).containsEntry("number_cell", 6_000);
        assertThat(content.warningCount()).isGreaterThanOrEqualTo(12_000);
    }
}
