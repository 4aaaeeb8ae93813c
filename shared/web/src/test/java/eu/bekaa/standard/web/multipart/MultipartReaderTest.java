package eu.bekaa.standard.web.multipart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MultipartReaderTest {
    private static final int MB = 1 << 20;

    @Test
    void aFormIsItsFilesAndTexts() {
        var content = Forms.bytes(3000);
        var form =
                read(Forms.form(Forms.text("version_label", "räksmörgås"), Forms.file("file", "Plan ä.txt", content)));
        assertThat(form.text("version_label")).isEqualTo("räksmörgås");
        assertThat(form.text("language")).isNull();
        assertThat(form.file("file").filename()).isEqualTo("Plan ä.txt");
        assertThat(form.file("file").contentType()).isEqualTo("text/plain");
        assertThat(form.file("file").bytes()).isEqualTo(content);
    }

    @Test
    void aLargeFileIsSpooledAndLeavesNothingBehind() throws IOException {
        long before = temporaryFiles();
        var content = Forms.bytes(3 * MB);
        try (var form = read(Forms.form(Forms.file("file", "a.txt", content)))) {
            var file = form.file("file");
            assertThat(file.size()).isEqualTo(content.length);
            assertThat(file.bytes()).isEqualTo(content);
            assertThat(file.bytes()).isEqualTo(content);
            assertThat(temporaryFiles()).isEqualTo(before);
        }
    }

    @Test
    void std40_aFileOverTheLimitIsTooLarge() {
        var body = Forms.form(Forms.file("file", "a.txt", Forms.bytes(5 * MB)));
        refused(ErrorCode.FILE_TOO_LARGE, () -> read(body).file("file"));
        refused(ErrorCode.FILE_TOO_LARGE, () -> unannounced(body).file("file"));
        assertThat(unannounced(Forms.form(Forms.file("file", "a.txt", Forms.bytes(4 * MB))))
                        .file("file")
                        .size())
                .isEqualTo(4 * MB);
    }

    @Test
    void std40_aMissingFileIsInvalid() {
        refused(
                ErrorCode.VALIDATION_ERROR,
                () -> read(Forms.form(Forms.text("file", "text"))).file("file"));
        refused(ErrorCode.VALIDATION_ERROR, () -> read(Forms.form()).file("file"));
    }

    @Test
    void std6_anUnknownFieldIsInvalid() {
        var form = read(Forms.form(Forms.text("colour", "red"), Forms.file("file", "a.txt", new byte[0])));
        refused(ErrorCode.VALIDATION_ERROR, () -> form.only(Set.of("file")));
        assertThat(form.only(Set.of("file", "colour")).text("colour")).isEqualTo("red");
    }

    @Test
    void aDamagedFormIsInvalid() {
        var body = Forms.form(Forms.file("file", "a.txt", Forms.bytes(2 * MB)));
        refused(
                ErrorCode.VALIDATION_ERROR,
                () -> read(Forms.cut(body, body.length - 20)).file("file"));
        refused(ErrorCode.VALIDATION_ERROR, () -> read(Forms.cut(body, 50)).file("file"));
        refused(ErrorCode.VALIDATION_ERROR, () -> read(new byte[0]).file("file"));
        refused(
                ErrorCode.VALIDATION_ERROR,
                () -> form("multipart/form-data", body, body.length).file("file"));
        refused(
                ErrorCode.VALIDATION_ERROR,
                () -> read(Forms.form(Forms.text("a", "1"), Forms.text("a", "2")))
                        .text("a"));
        refused(
                ErrorCode.VALIDATION_ERROR,
                () -> read(Forms.form(Forms.text("a", "x".repeat(20_000)))).text("a"));
    }

    @Test
    void std5_theSameFormHasTheSameDigest() {
        var form = Forms.form(Forms.text("a", "1"), Forms.file("file", "a.txt", Forms.bytes(2 * MB)));
        var reordered = Forms.form(Forms.file("file", "a.txt", Forms.bytes(2 * MB)), Forms.text("a", "1"));
        var other = Forms.form(Forms.text("a", "1"), Forms.file("file", "a.txt", Forms.bytes(2 * MB - 1)));
        assertThat(read(form).digest())
                .isEqualTo(read(reordered).digest())
                .isNotEqualTo(read(other).digest());
    }

    @Test
    void partsAreCounted() {
        var parts = new byte[40][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Forms.text("field" + i, "");
        }
        refused(ErrorCode.VALIDATION_ERROR, () -> read(Forms.form(parts)).text("field0"));
    }

    private static MultipartForm read(byte[] body) {
        return form(Forms.TYPE, body, body.length);
    }

    private static MultipartForm unannounced(byte[] body) {
        return form(Forms.TYPE, body, -1);
    }

    private static MultipartForm form(String type, byte[] body, long length) {
        return new MultipartForm(() -> new MultipartReader(4 * MB).read(type, length, new ByteArrayInputStream(body)));
    }

    private static void refused(ErrorCode code, Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static long temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("standard-upload"))
                    .count();
        }
    }
}
