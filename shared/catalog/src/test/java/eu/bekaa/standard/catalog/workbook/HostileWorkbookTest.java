package eu.bekaa.standard.catalog.workbook;

import static eu.bekaa.standard.catalog.workbook.WorkbookFile.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
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
        var texts = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>"
                + " ".repeat(120_000_000) + "</t></si></sst>";
        refused(WorkbookFile.with(WorkbookFile.small().bytes(), "xl/sharedStrings.xml", utf8(texts)), "cannot be read");
    }

    @Test
    void aGiganticExponentIsNotSpelledOut() {
        assertThat(Cell.rounded("1E+999999999")).hasSizeLessThan(40);
        assertThat(Cell.rounded("5.0999999999999996")).isEqualTo("5.1");
        assertThat(Cell.rounded("12.10")).isEqualTo("12.1");
        assertThat(Cell.rounded("NaN")).isEqualTo("NaN");
    }
}
