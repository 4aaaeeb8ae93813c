package eu.bekaa.standard.assurance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void sentencesEndAtTheirPunctuation() {
        assertThat(Sentences.of("Keys rotate. Who rotates them? The KMS does!"))
                .containsExactly("Keys rotate.", "Who rotates them?", "The KMS does!");
    }

    @Test
    void brokenLinesOfRunningTextBelongTogether() {
        assertThat(
                        Sentences.of(
                                "Access to production systems is granted to members of the\nOperations team only. It ends\nwith the role."))
                .containsExactly(
                        "Access to production systems is granted to members of the\nOperations team only.",
                        "It ends\nwith the role.");
    }

    @Test
    void headingsEntriesAndParagraphsStandAlone() {
        assertThat(
                        Sentences.of(
                                "# Scope\nAll systems\n\nRules\n- no sharing\n- no reuse\n1. first\n2. second\n| a | b |\n| c | d |"))
                .containsExactly(
                        "# Scope",
                        "All systems",
                        "Rules",
                        "- no sharing",
                        "- no reuse",
                        "1. first",
                        "2. second",
                        "| a | b |",
                        "| c | d |");
    }

    @Test
    void abbreviationsNumbersAndFileNamesDoNotEndASentence() {
        assertThat(Sentences.of("Media (e.g. tapes) follow section 4.2 of access.md and standard No. 7. See v1.2."))
                .containsExactly("Media (e.g. tapes) follow section 4.2 of access.md and standard No. 7.", "See v1.2.");
    }

    @Test
    void everyCharacterThatIsNotBlankIsKept() {
        var text = "One. Two\n\n* three! (Four.) \"Five?\" six";

        assertThat(String.join("", Sentences.of(text)).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }
}
