package eu.bekaa.standard.assurance.poam;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A plan in figures. Every word of a scale is present, with 0 where nothing falls under it.
@Serdeable
@Schema(description = "A plan in figures.")
public record PoamSummary(
        @Schema(description = "Items in all.", example = "96")
        long totalItems,

        @Schema(description = "Items by priority.", example = "{\"high\": 40}")
        Map<Priority, Long> byPriority,

        @Schema(description = "Items by status.", example = "{\"draft\": 96}")
        Map<ItemStatus, Long> byStatus,

        @Schema(description = "Items by action type.", example = "{\"evidence_collection\": 40}")
        Map<ActionType, Long> byActionType) {
    static PoamSummary of(List<PoamTally> tallies) {
        return new PoamSummary(
                tallies.stream().mapToLong(PoamTally::items).sum(),
                count(Priority.class, tallies, PoamTally::priority),
                count(ItemStatus.class, tallies, PoamTally::status),
                count(ActionType.class, tallies, PoamTally::actionType));
    }

    private static <E extends Enum<E>> Map<E, Long> count(
            Class<E> words, List<PoamTally> tallies, Function<PoamTally, E> word) {
        var counts = new EnumMap<E, Long>(words);
        for (var each : words.getEnumConstants()) {
            counts.put(each, 0L);
        }
        tallies.forEach(tally -> counts.merge(word.apply(tally), tally.items(), Long::sum));
        return counts;
    }
}
