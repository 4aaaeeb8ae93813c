package eu.bekaa.standard.function.ingestion.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.bekaa.standard.knowledge.text.FileType;
import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes under any name are read or refused with a reason for people; within the packages of Office, any XML.
class ExtractionFuzzTest {
    static Stream<Arguments> xml() {
        return files(
                Hostile.paragraphs("A policy", "&amp;&#x41;"),
                "<w:document xmlns:w=\"" + Hostile.WORD
                        + "\"><w:body><w:tbl><w:tr><w:tc/></w:tr></w:tbl></w:body></w:document>",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                        + "<c r=\"A1\" t=\"s\"><v>7</v></c><c r=\"ZZZ9\"><f>A1</f><v>1e9</v></c></row></sheetData></worksheet>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>",
                "<a:t xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">x</a:t>",
                "<");
    }

    private static Stream<Arguments> files(String... texts) {
        return Stream.of(texts).map(text -> Arguments.of((Object) Hostile.utf8(text)));
    }

    private static void read(FileType type, byte[] content) {
        try {
            assertThat(new Extraction().extract(type, content).isBlank()).isFalse();
        } catch (UnreadableDocument refused) {
            assertThat(refused).hasMessageMatching("(?s)The file .*");
        }
    }

    static Stream<Arguments> pdfs() {
        return Stream.of(
                        Hostile.pdf(Hostile.utf8("BT /F1 12 Tf (A policy) Tj ET"), ""),
                        Hostile.pdf(Hostile.utf8("/X Do"), "6 0 obj\n<</Type/XObject/Subtype/Form>>\nendobj\n"),
                        Hostile.utf8("%PDF-1.7\ntrailer<</Root 1 0 R/Encrypt 2 0 R>>"))
                .map(file -> Arguments.of((Object) file));
    }

    @MethodSource("pdfs")
    @FuzzTest
    void pdf(byte[] content) {
        read(FileType.PDF, content);
    }

    @MethodSource("pdfs")
    @FuzzTest
    void pageOfAPdf(byte[] content) {
        read(FileType.PDF, Hostile.pdf(content, ""));
    }

    @MethodSource("xml")
    @FuzzTest
    void documentOfADocx(byte[] content) {
        read(FileType.DOCX, Hostile.zip(Hostile.docxParts(content)));
    }

    @MethodSource("xml")
    @FuzzTest
    void partsOfAnXlsx(byte[] content) {
        for (var part : new String[] {"xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}) {
            var parts = Hostile.xlsxParts("");
            parts.put(part, content);
            read(FileType.XLSX, Hostile.zip(parts));
        }
    }

    @MethodSource("xml")
    @FuzzTest
    void partsOfAPptx(byte[] content) {
        read(FileType.PPTX, Hostile.zip(Map.of("ppt/presentation.xml", content, "ppt/slides/slide1.xml", content)));
    }

    @MethodSource("packages")
    @FuzzTest
    void officePackage(byte[] content) {
        for (var type : new FileType[] {FileType.DOCX, FileType.XLSX, FileType.PPTX}) {
            read(type, content);
        }
    }

    static Stream<Arguments> packages() {
        return Stream.of(
                        Hostile.docx(Hostile.paragraphs("A policy")),
                        Hostile.zip(Hostile.xlsxParts("")),
                        Hostile.utf8("PK\u0003\u0004"))
                .map(file -> Arguments.of((Object) file));
    }

    @MethodSource("texts")
    @FuzzTest
    void html(byte[] content) {
        read(FileType.HTML, content);
    }

    @MethodSource("texts")
    @FuzzTest
    void json(byte[] content) {
        read(FileType.JSON, content);
    }

    @MethodSource("texts")
    @FuzzTest
    void text(byte[] content) {
        read(FileType.MD, content);
    }

    static Stream<Arguments> texts() {
        return files(
                "<html><head><script>x</script></head><body><table><tr><td>A</table><p>policy&nbsp;",
                "{\"a\":[1,2.5e3,null,true,\"\\ud83d\\ude00\"]}",
                "[[[[[[",
                "\uFEFFA policy",
                "\u0000A\u0000p",
                "<![CDATA[ <!-- <svg><style>");
    }
}
