package eu.bekaa.standard.function.ingestion.extract;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.knowledge.text.FileType;
import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import eu.bekaa.standard.knowledge.text.UnreadableDocument.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every hostile file is read or refused within five seconds, and the reason is one for people.
class HostileFilesTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String DOCTYPE = "<?xml version=\"1.0\"?><!DOCTYPE x [%s]>";

    @Test
    void externalAndExpandingEntitiesAreRefused() {
        var external = DOCTYPE.formatted("<!ENTITY e SYSTEM \"file:///etc/hostname\">");
        var laughs = DOCTYPE.formatted(
                "<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">");
        for (var prolog : new String[] {external, laughs}) {
            assertThat(reason(FileType.DOCX, Hostile.docx(prolog + Hostile.paragraphs("&c;"))))
                    .isEqualTo(Reason.FILE_UNSAFE);
            assertThat(reason(
                            FileType.XLSX,
                            Hostile.zip(
                                    Hostile.xlsxParts(prolog + sheet("<c t=\"inlineStr\"><is><t>&e;</t></is></c>")))))
                    .isEqualTo(Reason.FILE_UNSAFE);
            var types = Hostile.xlsxParts(sheet(""));
            types.put("[Content_Types].xml", Hostile.utf8(prolog + "<Types/>"));
            assertThat(reason(FileType.XLSX, Hostile.zip(types))).isIn(Reason.FILE_UNSAFE, Reason.FILE_DAMAGED);
        }
    }

    @Test
    void bombsAreRefused() {
        var zeros = new byte[300 << 20];
        Arrays.fill(zeros, (byte) ' ');
        var document = Hostile.docxParts(zeros);
        assertThat(reason(FileType.DOCX, Hostile.zip(document))).isEqualTo(Reason.FILE_LIMIT_EXCEEDED);
        var workbook = Hostile.xlsxParts("");
        workbook.put("xl/worksheets/sheet1.xml", zeros);
        assertThat(reason(FileType.XLSX, Hostile.zip(workbook))).isEqualTo(Reason.FILE_LIMIT_EXCEEDED);
        assertThat(reason(FileType.PDF, Hostile.pdf(zeros, ""))).isEqualTo(Reason.FILE_LIMIT_EXCEEDED);
        var many = Hostile.docxParts(Hostile.utf8(Hostile.paragraphs("x")));
        for (int i = 0; i < 1_000; i++) {
            many.put("word/media/" + i, new byte[0]);
        }
        assertThat(reason(FileType.DOCX, Hostile.zip(many))).isEqualTo(Reason.FILE_LIMIT_EXCEEDED);
    }

    @Test
    void whatLiesInsideAPackageUnreadIsNotOpened() {
        var parts = Hostile.docxParts(Hostile.utf8(Hostile.paragraphs("A policy")));
        parts.put("word/embeddings/nested.zip", Hostile.zip(parts));
        parts.put("../../escape.txt", Hostile.utf8("out"));
        assertThat(reason(FileType.DOCX, Hostile.zip(parts))).isNull();
    }

    @Test
    void loopsEnd() {
        var form =
                "6 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 5>>\nstream\n/X Do\nendstream\nendobj\n";
        assertThat(reason(FileType.PDF, Hostile.pdf(Hostile.utf8("/X Do BT /F1 12 Tf (A policy) Tj ET"), form)))
                .isIn(null, Reason.FILE_DAMAGED);
        var pages = "7 0 obj\n<</Type/Pages/Kids[2 0 R 7 0 R]/Count 99999999>>\nendobj\n";
        var looped = new String(Hostile.pdf(Hostile.utf8("BT (x) Tj ET"), pages), StandardCharsets.ISO_8859_1)
                .replace("/Kids[3 0 R]/Count 1", "/Kids[3 0 R 7 0 R]/Count 2")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(reason(FileType.PDF, looped)).isNotEqualTo(Reason.FILE_ENCRYPTED);
    }

    @Test
    void depthIsBounded() {
        assertThat(reason(FileType.JSON, Hostile.utf8("[".repeat(2_000_000)))).isEqualTo(Reason.FILE_DAMAGED);
        var nested = "<w:document xmlns:w=\"" + Hostile.WORD + "\">" + "<w:p>".repeat(1_000_000);
        assertThat(reason(FileType.DOCX, Hostile.docx(nested)))
                .isIn(Reason.FILE_UNSAFE, Reason.FILE_LIMIT_EXCEEDED, Reason.FILE_DAMAGED);
        reason(FileType.HTML, Hostile.utf8("<div>".repeat(200_000) + "A policy"));
        reason(FileType.HTML, Hostile.utf8("<b><i><a>".repeat(100_000) + "A policy"));
    }

    @Test
    void damagedFilesAreRefusedWithAReason() {
        assertThat(reason(FileType.PDF, Hostile.utf8("%PDF-1.7\nnothing"))).isEqualTo(Reason.FILE_DAMAGED);
        assertThat(reason(FileType.DOCX, Hostile.utf8("PK\3\4 nothing"))).isEqualTo(Reason.FILE_DAMAGED);
        assertThat(reason(FileType.JSON, Hostile.utf8("{\"a\": "))).isEqualTo(Reason.FILE_DAMAGED);
        assertThat(reason(FileType.TXT, new byte[] {1, 2, 3, 4, 5})).isEqualTo(Reason.FILE_DAMAGED);
        assertThat(reason(FileType.TXT, Hostile.utf8(" \n\t "))).isEqualTo(Reason.NO_TEXT);
        var protectedFile = new byte[600];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, protectedFile, 0, 4);
        assertThat(reason(FileType.DOCX, protectedFile)).isEqualTo(Reason.FILE_ENCRYPTED);
    }

    @Test
    void aFileCutOrChangedAnywhereIsReadOrRefused() {
        var random = new Random(11);
        var docx = Hostile.docx(Hostile.paragraphs("Access is reviewed.", "Backups are tested."));
        var xlsx = Hostile.zip(Hostile.xlsxParts(sheet("<c t=\"inlineStr\"><is><t>Laptop</t></is></c>")));
        var pdf = Hostile.pdf(Hostile.utf8("BT /F1 12 Tf (A policy) Tj ET"), "");
        for (int round = 0; round < 60; round++) {
            for (var file : new Object[][] {{FileType.DOCX, docx}, {FileType.XLSX, xlsx}, {FileType.PDF, pdf}}) {
                var bytes = ((byte[]) file[1]).clone();
                if (round % 3 == 0) {
                    bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                } else {
                    for (int i = 0; i < 1 + round / 6; i++) {
                        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                    }
                }
                reason((FileType) file[0], bytes);
            }
        }
    }

    private static String sheet(String cells) {
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">"
                + cells + "</row></sheetData></worksheet>";
    }

    /// Why the file was refused, null when it was read.
    private static @Nullable Reason reason(FileType type, byte[] content) {
        long start = System.nanoTime();
        try {
            new Extraction().extract(type, content);
            return null;
        } catch (UnreadableDocument refused) {
            assertThat(refused).hasMessageMatching("(?s)The file .*");
            return refused.reason();
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("%s of %d bytes", type, content.length)
                    .isLessThan(LIMIT);
        }
    }
}
