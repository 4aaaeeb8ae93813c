package eu.bekaa.standard.assurance.evidence;

import static eu.bekaa.standard.assurance.evidence.Signal.EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples, a file a signal, are sentences that give it away and sentences that only look as if they did.
class SignalsTest {
    static Stream<Arguments> givenAway() {
        return examples('+');
    }

    static Stream<Arguments> notGivenAway() {
        return examples('-');
    }

    private static Stream<Arguments> examples(char kind) {
        return Arrays.stream(Signal.values())
                .flatMap(signal -> PhraseList.lines("examples/" + signal.resource()).stream()
                        .filter(line -> line.charAt(0) == kind)
                        .map(line -> Arguments.of(signal, line.substring(2))));
    }

    @ParameterizedTest
    @MethodSource("givenAway")
    void aSentenceGivesItAway(Signal signal, String sentence) {
        assertThat(signals(sentence)).as(sentence).contains(signal);
    }

    @ParameterizedTest
    @MethodSource("notGivenAway")
    void aSentenceThatOnlyLooksLikeIt(Signal signal, String sentence) {
        assertThat(signals(sentence)).as(sentence).doesNotContain(signal);
    }

    @Test
    void theReasonIsThePhraseAndItsSentenceWordForWord() {
        var text =
                "Scope. All servers are patched\nmonthly. The test environment is\nexempt from this standard. Logs are kept.";

        var reading = Signals.in(text).stream()
                .filter(found -> found.signal() == EXCEPTION)
                .findFirst()
                .orElseThrow();

        assertThat(reading.phrase()).isEqualTo("exempt");
        assertThat(reading.sentence()).isEqualTo("The test environment is\nexempt from this standard.");
        assertThat(text).contains(reading.sentence());
    }

    @Test
    void aVeryLongSentenceIsCutAroundThePhrase() {
        var padding = "word ".repeat(600);

        var reading =
                Signals.in(padding + "the lab is exempt from it " + padding).getFirst();

        assertThat(reading.sentence()).hasSizeLessThanOrEqualTo(1_000).contains("the lab is exempt from it");
        assertThat(padding + "the lab is exempt from it " + padding).contains(reading.sentence());
    }

    @Test
    void everyListHasPhrasesAndReadsWithoutComments() {
        assertThat(Arrays.stream(Signal.values()).map(signal -> PhraseList.lines(signal.resource())))
                .allSatisfy(phrases -> assertThat(phrases).hasSizeGreaterThan(10));
    }

    @Test
    void emptyAndStrangeTextGivesNothing() {
        assertThat(List.of("", " \n\t ", "....", "???", "•", "|||", "\u0000"))
                .allSatisfy(text -> assertThat(Signals.in(text)).isEmpty());
    }

    private static Set<Signal> signals(String text) {
        return Signals.in(text).stream().map(Signals.Reading::signal).collect(Collectors.toSet());
    }
}
