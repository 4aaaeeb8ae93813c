package eu.bekaa.standard.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.text.FileType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FileCheckTest {
    @Test
    void std40_extensionAndLabelMustBeAllowedAndAgree() {
        assertThat(FileCheck.named(FileName.of("Plan.PDF"), "application/pdf")).isEqualTo(FileType.PDF);
        assertThat(FileCheck.named(FileName.of("a.md"), "text/plain; charset=utf-8"))
                .isEqualTo(FileType.MD);
        assertThat(FileCheck.named(FileName.of("a.htm"), null)).isEqualTo(FileType.HTML);
        assertThat(FileCheck.named(FileName.of("a.docx"), "application/octet-stream"))
                .isEqualTo(FileType.DOCX);
        unsupported("a.exe", "text/plain");
        unsupported("a", null);
        unsupported("a.pdf", "image/png");
        unsupported("a.txt.exe", "text/plain");
        unsupported("a.docm", null);
    }

    @Test
    void std40_theContentMustBeWhatTheNameSays() throws IOException {
        FileCheck.content(FileType.PDF, ascii("%PDF-1.7\n"));
        FileCheck.content(FileType.TXT, ascii("Just text"));
        FileCheck.content(FileType.TXT, "UTF-16 text".getBytes(StandardCharsets.UTF_16));
        FileCheck.content(FileType.JSON, ascii("\n { \"a\": 1 }"));
        FileCheck.content(FileType.HTML, ascii("<!doctype html><p>x"));
        FileCheck.content(FileType.DOCX, office("wordprocessingml.document.main+xml"));
        refused(FileType.PDF, ascii("Not a PDF"));
        refused(FileType.TXT, ascii("%PDF-1.7"));
        refused(FileType.MD, new byte[] {'a', 0, 'b'});
        refused(FileType.CSV, office("spreadsheetml.sheet.main+xml"));
        refused(FileType.JSON, ascii("hello"));
        refused(FileType.HTML, ascii("hello"));
        refused(FileType.DOCX, office("spreadsheetml.sheet.main+xml"));
        refused(FileType.DOCX, ascii("PK not a zip"));
        refused(FileType.XLSX, zip("readme.txt", "hello"));
        refused(
                FileType.PPTX,
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
    }

    @Test
    void std40_emptyAndOversizedFilesAreRefused() {
        assertThatThrownBy(() -> FileCheck.content(FileType.TXT, new byte[0]))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR));
        assertThatThrownBy(() -> FileCheck.size(FileCheck.MAX_BYTES + 1L))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.FILE_TOO_LARGE));
    }

    private static void unsupported(String name, @Nullable String label) {
        assertThatThrownBy(() -> FileCheck.named(FileName.of(name), label))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
    }

    private static void refused(FileType type, byte[] content) {
        assertThatThrownBy(() -> FileCheck.content(type, content))
                .as("%s", type)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
    }

    private static byte[] office(String mainType) throws IOException {
        return zip(
                "[Content_Types].xml",
                "<Override PartName=\"/main.xml\" ContentType=\"application/vnd." + mainType + "\"/>");
    }

    private static byte[] zip(String entry, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(ascii(content));
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
