package eu.bekaa.standard.catalog.workbook;

import static eu.bekaa.standard.catalog.workbook.WorkbookFile.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever workbook passes the limits is read in the memory of a small function.
class SmallHeapTest {
    private static final String HEAP = "-Xmx256m";
    private static final int CONTROLS = 9_500;
    private static final int NUMBERS = 25;
    private static final int COLUMNS = 58;

    @TempDir
    Path directory = Path.of("");

    /// Reads the files it is told.
    static final class Reader {
        private Reader() {}

        public static void main(String[] files) {
            for (var file : files) {
                System.out.println("controls: "
                        + ScfWorkbook.read(Path.of(file)).controls().size());
            }
        }
    }

    private String readWithLittleMemory(Path workbook) throws IOException, InterruptedException {
        var said = directory.resolve("said.txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reader.class.getName(),
                        workbook.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(said);
    }

    @Test
    void theLargestPublishedWorkbookIsRead() throws Exception {
        var workbook = Samples.require("scf/Secure Controls Framework (SCF) - 2022.3.xlsx");

        assertThat(readWithLittleMemory(workbook)).contains("controls: 1090");
    }

    /// Nearly as many cells, references and characters as are taken, packed far below a hundred to one.
    @Test
    void theWorstWorkbookThatIsTakenIsRead() throws Exception {
        var texts = WorkbookFile.with(WorkbookFile.small().bytes(), "xl/sharedStrings.xml", utf8(texts()));
        var workbook =
                WorkbookFile.write(directory, WorkbookFile.with(texts, "xl/worksheets/sheet1.xml", utf8(sheet())));

        assertThat(readWithLittleMemory(workbook)).contains("controls: " + CONTROLS);
    }

    private static String texts() {
        var random = new Random(1);
        var noise = new byte[8];
        var texts = new StringBuilder("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        texts.append("<si><t> </t></si>");
        for (int text = 0; text < 620; text++) {
            texts.append("<si><t>");
            for (int piece = 0; piece < 58; piece++) {
                random.nextBytes(noise);
                texts.append(HexFormat.of().formatHex(noise)).append("a".repeat(500));
            }
            texts.append("</t></si>");
        }
        return texts.append("</sst>").toString();
    }

    private static String sheet() {
        var random = new Random(2);
        var sheet = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row>");
        for (var header : new String[] {"SCF Domain", "SCF Control", "SCF #", "Control Description"}) {
            cell(sheet, header);
        }
        for (int column = 0; column < COLUMNS; column++) {
            cell(sheet, "Frame " + column);
        }
        for (int control = 0; control < CONTROLS; control++) {
            sheet.append("</row><row>");
            cell(sheet, "Governance");
            cell(sheet, "Title " + control);
            cell(sheet, "GOV-" + control);
            cell(sheet, "Text.");
            for (int column = 0; column < NUMBERS; column++) {
                sheet.append("<c><v>")
                        .append(random.nextInt(1_000_000))
                        .append('.')
                        .append(control)
                        .append("</v></c>");
            }
            sheet.append("<c t=\"s\"><v>0</v></c>".repeat(COLUMNS - NUMBERS));
        }
        return sheet.append("</row></sheetData></worksheet>").toString();
    }

    private static void cell(StringBuilder sheet, String text) {
        sheet.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
}
