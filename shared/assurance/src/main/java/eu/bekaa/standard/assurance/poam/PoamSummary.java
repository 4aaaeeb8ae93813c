package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.assurance.review.Tallies;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

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
                Tallies.by(Priority.class, tallies, PoamTally::priority, PoamTally::items),
                Tallies.by(ItemStatus.class, tallies, PoamTally::status, PoamTally::items),
                Tallies.by(ActionType.class, tallies, PoamTally::actionType, PoamTally::items));
    }
}
