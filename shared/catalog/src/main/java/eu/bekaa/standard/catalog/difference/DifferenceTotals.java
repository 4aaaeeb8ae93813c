package eu.bekaa.standard.catalog.difference;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;

/// Two versions compared in figures, whatever part of the difference is asked for.
@Serdeable
@Schema(
        description =
                "Two versions compared in figures. A control may count as renamed, reworded and reweighted at once.")
public record DifferenceTotals(
        @Schema(description = "Controls of the older version.", example = "968")
        int controlsBefore,

        @Schema(description = "Controls of the newer version.", example = "1090")
        int controlsAfter,

        @Schema(description = "Controls that only the newer version has.", example = "122")
        int added,

        @Schema(description = "Controls that only the older version has.", example = "0")
        int removed,

        @Schema(description = "Controls with another title or code.", example = "58")
        int renamed,

        @Schema(description = "Controls with another description.", example = "186")
        int reworded,

        @Schema(description = "Controls with another question.", example = "159")
        int questionChanged,

        @Schema(description = "Controls with another weight.", example = "193")
        int reweighted,

        @Schema(description = "Controls with the same code, title, description and weight.", example = "611")
        int unchanged,

        @Schema(description = "Pairs of control and requirement that only the newer version has.", example = "26361")
        int mappingsAdded,

        @Schema(description = "Pairs of control and requirement that only the older version has.", example = "7471")
        int mappingsRemoved,

        @Schema(description = "Pairs that are related by another operator or strength.", example = "0")
        int mappingsChanged) {
    private static final Set<ChangeKind> OWN = Set.of(
            ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.RENAMED, ChangeKind.REWORDED, ChangeKind.REWEIGHTED);

    static DifferenceTotals of(List<ControlChange> all) {
        return new DifferenceTotals(
                (int) all.stream().filter(change -> change.before() != null).count(),
                (int) all.stream().filter(change -> change.after() != null).count(),
                count(all, ChangeKind.ADDED),
                count(all, ChangeKind.REMOVED),
                count(all, ChangeKind.RENAMED),
                count(all, ChangeKind.REWORDED),
                count(all, ChangeKind.QUESTION_CHANGED),
                count(all, ChangeKind.REWEIGHTED),
                (int) all.stream()
                        .filter(change -> change.kinds().stream().noneMatch(OWN::contains))
                        .count(),
                all.stream().mapToInt(ControlChange::mappingsAdded).sum(),
                all.stream().mapToInt(ControlChange::mappingsRemoved).sum(),
                all.stream().mapToInt(ControlChange::mappingsChanged).sum());
    }

    private static int count(List<ControlChange> all, ChangeKind kind) {
        return (int) all.stream().filter(change -> change.is(kind)).count();
    }
}
