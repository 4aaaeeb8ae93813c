package eu.bekaa.standard.catalog.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ControlMatchTest {
    private static final UUID OLD = new UUID(0, 1);
    private static final UUID NEW = new UUID(0, 2);

    private static ControlText control(UUID version, String code, String title, @Nullable String description) {
        return new ControlText(UUID.randomUUID(), version, code, "GOV", title, description, null, 5.0);
    }

    private static ControlMatch pair(ControlText before, ControlText after) {
        return ControlMatch.all(List.of(before), List.of(after)).getFirst();
    }

    @Test
    void whiteSpaceIsNoChange() {
        var match = pair(
                control(OLD, "GOV-01", "A  title", "Line\none."), control(NEW, "GOV-01", " A title", "Line one. "));

        assertThat(match.changes()).isEmpty();
    }

    @Test
    void aControlUnderAnotherCodeIsToldByItsTitle() {
        var match = pair(control(OLD, "GOV-01", "Programme", "One."), control(NEW, "GOV-09", "Programme", "Two."));

        assertThat(match.changes()).containsExactlyInAnyOrder(ChangeKind.RENAMED, ChangeKind.REWORDED);
    }

    @Test
    void aControlUnderAnotherCodeAndTitleIsToldByItsDescription() {
        var match = pair(control(OLD, "GOV-01", "Programme", "One."), control(NEW, "GOV-09", "Charter", "One."));

        assertThat(match.changes()).containsExactly(ChangeKind.RENAMED);
    }

    @Test
    void whereSeveralCouldBeMeantNoneIsTakenForAnother() {
        var matches = ControlMatch.all(
                List.of(control(OLD, "GOV-01", "Programme", "One."), control(OLD, "GOV-02", "Programme", "Two.")),
                List.of(control(NEW, "GOV-09", "Programme", "Three.")));

        assertThat(matches)
                .extracting(ControlMatch::changes)
                .containsExactly(
                        java.util.Set.of(ChangeKind.ADDED),
                        java.util.Set.of(ChangeKind.REMOVED),
                        java.util.Set.of(ChangeKind.REMOVED));
    }

    @Test
    void aQuestionAskedForTheFirstTimeIsNoChange() {
        var silent = control(OLD, "GOV-01", "Programme", "One.");
        var asking =
                new ControlText(UUID.randomUUID(), NEW, "GOV-01", "GOV", "Programme", "One.", "Is there one?", 5.0);
        var rephrased = new ControlText(UUID.randomUUID(), NEW, "GOV-01", "GOV", "Programme", "One.", "One?", 5.0);

        assertThat(pair(silent, asking).changes()).isEmpty();
        assertThat(pair(asking, rephrased).changes()).containsExactly(ChangeKind.QUESTION_CHANGED);
    }

    /// Whatever the two catalogs are, each of their controls is in exactly one match.
    @RepeatedTest(200)
    void everyControlIsMatchedExactlyOnce(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var older = catalog(random, OLD);
        var newer = catalog(random, NEW);

        var matches = ControlMatch.all(older, newer);

        assertThat(matches.stream().map(ControlMatch::before).filter(Objects::nonNull))
                .containsExactlyInAnyOrderElementsOf(older);
        assertThat(matches.stream().map(ControlMatch::after).filter(Objects::nonNull))
                .containsExactlyElementsOf(newer);
    }

    private static List<ControlText> catalog(Random random, UUID version) {
        var controls = new ArrayList<ControlText>();
        Stream.iterate(1, number -> number + 1)
                .limit(12)
                .filter(number -> random.nextInt(3) > 0)
                .forEach(number -> controls.add(control(
                        version,
                        "GOV-%02d".formatted(number),
                        "Title " + random.nextInt(8),
                        random.nextInt(4) == 0 ? null : "Text " + random.nextInt(8))));
        return controls;
    }
}
