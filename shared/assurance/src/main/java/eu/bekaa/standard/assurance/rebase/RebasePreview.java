package eu.bekaa.standard.assurance.rebase;

import eu.bekaa.standard.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a rebase would do. Nothing has been changed.
@Serdeable
@Schema(description = "What a rebase would do. Nothing has been changed.")
public record RebasePreview(
        @Schema(description = "The assessment.", example = "019aa3c2-0001-7c41-8b55-0a1d2f3e4c5b")
        UUID assessmentId,

        @Schema(description = "Its SCF version.", example = "019aa3c2-7d14-7a02-9c1e-4b5a6c7d8e9f")
        UUID fromScfVersionId,

        @Schema(
                description = "The version it would be carried over to.",
                example = "019aa3c2-7d15-7a02-9c1e-4b5a6c7d8e9f")
        UUID toScfVersionId,

        @Schema(
                description = "SoA version whose decisions would be carried over; null where there is none.",
                example = "019aa3c2-7d11-7a02-9c1e-4b5a6c7d8e9f")
        @Nullable
        UUID fromSoaVersionId,

        @Schema(
                description =
                        "Why the rebase would be refused now, one sentence each; empty where nothing is in the way.",
                example = "[\"Version 2 of the soa is under review; decide it first.\"]")
        List<String> obstacles,

        @Schema(description = "What it would do, in figures.")
        RebaseCounts counts,

        @Schema(description = "One page of the items' fates: the new SoA's order, retired items last.")
        List<RebaseEntry> data,

        @Schema(description = "Where the next page begins.") Pagination pagination) {
    public RebasePreview {
        obstacles = List.copyOf(obstacles);
        data = List.copyOf(data);
    }

    /// How to go on, as in every list.
    @Serdeable
    @Schema(description = "How to go on.")
    public record Pagination(
            @Schema(description = "Items a page.", example = "25")
            int limit,

            @Schema(description = "Send as cursor to get the next page; null on the last.", example = "azoyNQ")
            @Nullable
            String nextCursor,

            @Schema(description = "Whether another page follows.", example = "true")
            boolean hasMore) {
        static Pagination of(Page<?> page) {
            return new Pagination(page.limit(), page.nextCursor(), page.nextCursor() != null);
        }
    }
}
