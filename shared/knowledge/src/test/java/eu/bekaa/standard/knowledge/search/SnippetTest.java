package eu.bekaa.standard.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SnippetTest {
    private static final String POLICY = """
            Purpose
            This policy protects the information of the company.

            Access rights
            Every account belongs to one person. Managers review access rights each quarter and revoke what is not needed.
            Shared accounts are forbidden.

            Backups
            Databases are backed up every night.""";

    @Test
    void itShowsTheSentencesThatAnswer() {
        var snippet = Snippet.of(POLICY.repeat(3), 0, POLICY.length(), "How often are access rights reviewed?");
        assertThat(snippet.in(POLICY.repeat(3))).contains("Managers review access rights each quarter");
    }

    @Test
    void itNeverExceedsItsLengthAndStandsWordForWordInThePassage() {
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            var passage = randomText(random);
            int from = random.nextInt(passage.length());
            int to = from + 1 + random.nextInt(passage.length() - from);
            var snippet = Snippet.of(passage, from, to, "access rights review quarter");
            assertThat(snippet.in(passage).length()).isLessThanOrEqualTo(Snippet.MAX);
            assertThat(passage).contains(snippet.in(passage));
            assertThat(snippet.in(passage)).isEqualTo(snippet.in(passage).strip());
        }
    }

    @Test
    void itShowsSomethingWhereNoWordIsShared() {
        assertThat(Snippet.of(POLICY, 0, POLICY.length(), "encryption").in(POLICY))
                .startsWith("Purpose");
    }

    @Test
    void aSentenceWithoutEndIsCutBetweenWords() {
        var endless = "control ".repeat(200).strip();
        var snippet = Snippet.of(endless, 0, endless.length(), "control").in(endless);
        assertThat(snippet).hasSizeBetween(400, Snippet.MAX).endsWith("control");
    }

    @Test
    void aWordWithoutEndIsCutBetweenCharacters() {
        var keys = "\uD83D\uDD10".repeat(600);
        var snippet = Snippet.of("a" + keys, 0, 1201, "key").in("a" + keys);
        assertThat(snippet.length()).isLessThanOrEqualTo(Snippet.MAX);
        assertThat(Character.isHighSurrogate(snippet.charAt(snippet.length() - 1)))
                .isFalse();
    }

    private static String randomText(Random random) {
        var words = new String[] {
            "access", "rights", "review", "quarter.", "\n", "\n\n", "Managers", "e.g.", "x".repeat(700), "–"
        };
        var text = new StringBuilder("Start");
        for (int i = random.nextInt(300); i >= 0; i--) {
            text.append(random.nextInt(9) == 0 ? "  " : " ").append(words[random.nextInt(words.length)]);
        }
        return text.toString();
    }
}
