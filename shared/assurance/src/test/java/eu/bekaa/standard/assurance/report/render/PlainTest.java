package eu.bekaa.standard.assurance.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void nothingTurnsTheReadingDirectionOrBreaksAFile() {
        assertThat(Plain.of("a\u202Eb\u2066c\u200F")).isEqualTo("abc");
        assertThat(Plain.of("a\u0000b\uD800c\uFFFEd")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
        assertThat(Plain.of("line\r\nline\ttab 😀 שלום")).isEqualTo("line\nline\ttab 😀 שלום");
    }

    @Test
    void aLineIsCutBetweenCharacters() {
        assertThat(Plain.line("  one\n two ", 20)).isEqualTo("one two");
        assertThat(Plain.line("😀😀😀😀", 3)).isEqualTo("😀😀…");
    }
}
