package eu.bekaa.standard.catalog.workbook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import eu.bekaa.standard.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A workbook is read or refused, whichever of its parts somebody has rewritten.
class WorkbookFuzzTest {
    private static final byte[] WHOLE = WorkbookFile.small().bytes();

    static Stream<Arguments> workbooks() {
        return Stream.of(WHOLE, WorkbookFile.utf8("PK\u0003\u0004"), new byte[0])
                .map(bytes -> Arguments.of((Object) bytes));
    }

    @MethodSource("workbooks")
    @FuzzTest
    void anyBytes(byte[] bytes) throws IOException {
        read(bytes);
    }

    static Stream<Arguments> sheets() {
        return Stream.of(
                        sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>SCF #</t></is></c></row>"),
                        sheet(
                                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>999999</v></c></row>"),
                        sheet("<row r=\"9999999999\"><c r=\"ZZZZZZZZ1\"><v>1e400</v></c></row>"),
                        sheet("<row><c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c t=\"b\"><v>2</v></c><c t=\"q\"/></row>"),
                        sheet("</row>"),
                        "<!DOCTYPE x [<!ENTITY e \"e\">]>" + sheet("&e;"))
                .map(text -> Arguments.of((Object) WorkbookFile.utf8(text)));
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
    }

    @MethodSource("sheets")
    @FuzzTest
    void aSheet(byte[] xml) throws IOException {
        read(WorkbookFile.with(WHOLE, "xl/worksheets/sheet1.xml", xml));
    }

    @MethodSource("sheets")
    @FuzzTest
    void sharedTexts(byte[] xml) throws IOException {
        read(WorkbookFile.with(WHOLE, "xl/sharedStrings.xml", xml));
    }

    @MethodSource("sheets")
    @FuzzTest
    void theWorkbookPart(byte[] xml) throws IOException {
        read(WorkbookFile.with(WHOLE, "xl/workbook.xml", xml));
    }

    @ValueSource(
            strings = {
                "SCF Domain,SCF Control,SCF #,Secure Controls Framework (SCF)\nControl Description\nA,B,GOV-01,C\n",
                "\"SCF #\",\"open",
                "a,\"b\"c\",\"\"\"\"\n",
                "\uFEFFSCF #\r\n\r\n,,,\r\n"
            })
    @FuzzTest
    void aControlSheetAsCsv(@NotNull String text) {
        try {
            ScfWorkbook.readCsv(text);
        } catch (Refusal refused) {
            // said in words of ours
        }
    }

    private static void read(byte[] bytes) throws IOException {
        var file = Files.createTempFile("fuzz", ".xlsx");
        try {
            Files.write(file, bytes);
            ScfWorkbook.read(file);
        } catch (Refusal refused) {
            // said in words of ours
        } finally {
            Files.delete(file);
        }
    }
}
