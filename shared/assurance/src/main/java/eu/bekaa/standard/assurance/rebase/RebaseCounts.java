package eu.bekaa.standard.assurance.rebase;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// What a rebase would do, in figures. kept + review + retired are the items that there are.
@Serdeable
@Schema(description = "What a rebase would do, in figures.")
public record RebaseCounts(
        @Schema(description = "Items that stay as they are.", example = "120")
        int kept,

        @Schema(description = "Items that people are asked to look at.", example = "31")
        int review,

        @Schema(description = "Old items without a place in the newer version.", example = "4")
        int retired,

        @Schema(description = "New items.", example = "19") int added) {
    static RebaseCounts of(Plan plan) {
        return new RebaseCounts(
                plan.count(Fate.KEPT), plan.count(Fate.REVIEW), plan.count(Fate.RETIRED), plan.count(Fate.ADDED));
    }
}
