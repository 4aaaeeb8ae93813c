package eu.bekaa.standard.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "../../etc/passwd,passwd",
                "..\\..\\windows\\system.ini,system.ini",
                "/absolute/plan.pdf,plan.pdf",
                "Access Policy (v2).docx,Access_Policy_v2_.docx",
                "räksmörgås.md,raksmorgas.md",
                "监控.txt,监控.txt",
                "....txt,txt",
                ".htaccess,htaccess",
                "a..b...c.pdf,a.b.c.pdf",
                "CON.txt,_CON.txt",
                "lpt1,_lpt1",
                "plan.pdf%00.exe,plan.pdf_00.exe",
                "<script>alert(1)</script>.html,script_.html",
                "a'; DROP TABLE document; --.csv,a_DROP_TABLE_document_--.csv",
                "..,file",
            })
    void std42_aSafeNameIsOnePartOfAPath(String sent, String safe) {
        assertThat(FileName.of(sent).safe()).isEqualTo(safe);
    }

    @Test
    void std42_invisibleCharactersVanish() {
        var name = FileName.of("a\u0000b\r\nc\u202Efdp.exe\u200b.txt");
        assertThat(name.original()).isEqualTo("abcfdp.exe.txt");
        assertThat(name.safe()).isEqualTo("abcfdp.exe.txt");
        assertThat(FileName.of("").safe()).isEqualTo("file");
        assertThat(FileName.of("  \t ").original()).isEqualTo("file");
        assertThat(FileName.of("../").original()).isEqualTo("file");
        assertThat(FileName.of("a／..／b.txt").safe()).isEqualTo("b.txt");
    }

    @Test
    void std42_aLongNameKeepsItsExtension() {
        var name = FileName.of("長い名前".repeat(100) + ".docx");
        assertThat(name.original()).hasSize(255);
        assertThat(FileName.of("x".repeat(200) + ".docx").safe())
                .endsWith("x.docx")
                .hasSize(120);
        assertThat(FileName.of("長い名前".repeat(50) + ".docx").safe().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(120);
    }

    @Test
    void std42_noNameEscapes() {
        var random = new Random(3);
        for (int round = 0; round < 5_000; round++) {
            var sent = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                sent.append(
                        random.nextInt(3) == 0
                                ? "./\\\0:%\n".charAt(random.nextInt(7))
                                : (char) random.nextInt(0x10000));
            }
            var safe = FileName.of(sent.toString()).safe();
            assertThat(safe).matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}._-]*").doesNotContain("..");
        }
    }
}
