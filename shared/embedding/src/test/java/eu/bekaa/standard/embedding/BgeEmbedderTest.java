package eu.bekaa.standard.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.knowledge.embedding.Embedder.Part;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BgeEmbedderTest {
    private static final BgeEmbedder EMBEDDER = new BgeEmbedder();

    private static final String BACKUPS =
            "Backups of all production databases are taken every night and copied to a second region.";
    private static final String CANTEEN = "The canteen opens at noon and serves two warm dishes and a salad.";

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @Test
    void aPassageThatAnswersScoresAboveOneThatDoesNot() {
        assertThat(score("How often are backups made?", BACKUPS)).isGreaterThan(0.55);
        assertThat(score("How often are backups made?", CANTEEN)).isLessThan(0.2);
    }

    @Test
    void theSameTextGivesTheSameVectorFromEveryThread() {
        var vectors = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> EMBEDDER.passage(BACKUPS))
                .distinct()
                .toList();
        assertThat(vectors).hasSize(1);
    }

    @Test
    void everyTokenOfALongTextLiesInAWindow() {
        var sentences = IntStream.range(0, 300).mapToObj(i -> "Rule " + i + " binds. ");
        var text = sentences.reduce("", String::concat) + BACKUPS;
        var parts = EMBEDDER.passage(text);
        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(parts.getFirst().start()).isZero();
        assertThat(parts.getLast().end()).isEqualTo(text.length());
        for (int i = 1; i < parts.size(); i++) {
            assertThat(text.substring(parts.get(i - 1).end(), parts.get(i).start()))
                    .isBlank();
        }
        var question = EMBEDDER.query("How often are backups made?");
        var similarities =
                parts.stream().map(part -> part.vector().similarity(question)).toList();
        assertThat(similarities)
                .endsWith(similarities.stream().max(Double::compare).orElseThrow());
    }

    @Test
    void windowsAreCountedInCharactersOfTheText() {
        var text = "\uD83D\uDD10 Клю́чи — naïve café \uD83D\uDE00. ".repeat(60) + "end";
        var parts = EMBEDDER.passage(text);
        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(text.substring(parts.getLast().start(), parts.getLast().end()))
                .endsWith("end");
    }

    @Test
    void aTextWithoutTokensHasNoWindow() {
        assertThat(EMBEDDER.passage("")).isEmpty();
        assertThat(EMBEDDER.passage(" \n\t ")).isEmpty();
    }

    @Test
    void aQuestionLongerThanTheModelReadsIsReadWhole() {
        var filler = "policy ".repeat(700);
        assertThat(EMBEDDER.query(filler + BACKUPS)).isNotEqualTo(EMBEDDER.query(filler));
    }

    private static double score(String question, String passage) {
        List<Part> parts = EMBEDDER.passage(passage);
        double similarity = parts.getFirst().vector().similarity(EMBEDDER.query(question));
        return EMBEDDER.model().calibration().relevance(similarity);
    }
}
