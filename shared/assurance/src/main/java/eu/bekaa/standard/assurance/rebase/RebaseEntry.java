package eu.bekaa.standard.assurance.rebase;

import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.catalog.difference.ControlText;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fate of one SoA item, with both texts of its control and what is said about it before and after.
@Serdeable
@Schema(description = "The fate of one SoA item, with both texts of its control and what is said about it.")
public record RebaseEntry(
        @Schema(description = "Id of the entry; null in a preview.", example = "019aa3c2-7d10-7c41-8b55-0a1d2f3e4c5b")
        @Nullable
        UUID rebaseEntryId,

        @Schema(description = "Its place: the new SoA's order, retired items last.", example = "1")
        int ordinal,

        @Schema(description = "kept, review, retired or added.", example = "review")
        Fate fate,

        @Schema(description = "Why it is not simply kept.", example = "[\"control_reworded\"]")
        List<String> changes,

        @Schema(description = "The requirement.", example = "019aa3c2-7d13-7a02-9c1e-4b5a6c7d8e9f")
        UUID frameworkRequirementId,

        @Schema(description = "Its number.", example = "ID.AM-1")
        String requirementCode,

        @Schema(description = "The control in the older version; null where there is none.") @Nullable
        ControlText controlBefore,

        @Schema(description = "The control in the newer version; null where there is none.") @Nullable
        ControlText controlAfter,

        @Schema(description = "The old item; null for an added one.") @Nullable
        SoaItem itemBefore,

        @Schema(description = "The new item as it stands; null for a retired one.") @Nullable
        SoaItem itemAfter,

        @Schema(description = "accepted or edited; null while nobody has decided.", example = "accepted") @Nullable
        EntryDecision decision,

        @Schema(description = "Who decided.", example = "019aa3c2-0002-7c41-8b55-0a1d2f3e4c5b") @Nullable
        UUID decidedBy,

        @Schema(description = "When.", example = "2026-11-21T10:00:00Z") @Nullable
        Instant decidedAt,

        @Schema(description = "What the person noted.", example = "The new wording asks for nothing else.") @Nullable
        String note) {
    public RebaseEntry {
        changes = List.copyOf(changes);
    }
}
