package eu.bekaa.standard.catalog.difference;

import eu.bekaa.standard.catalog.ScfVersion;
import eu.bekaa.standard.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One page of what differs between two versions.
@Serdeable
@Schema(description = "What differs between two versions: figures for all of it, and one page of the changed controls.")
public record VersionDifference(
        @Schema(description = "Id of the version compared from.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID fromVersionId,

        @Schema(description = "Its label.", example = "2021.1")
        String fromVersionLabel,

        @Schema(description = "Id of the version compared to.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID toVersionId,

        @Schema(description = "Its label.", example = "2022.3")
        String toVersionLabel,

        @Schema(description = "The whole difference in figures.")
        DifferenceTotals totals,

        @Schema(description = "Changed controls found by the filters on all pages.", example = "489")
        int found,

        @Schema(description = "Changed controls of this page, in the newer version's order, dropped ones last.")
        List<ControlChange> data,

        @Schema(description = "Where the next page begins.") Pagination pagination) {
    public VersionDifference {
        data = List.copyOf(data);
    }

    /// How to go on, as in every list.
    @Serdeable
    @Schema(description = "How to go on.")
    public record Pagination(
            @Schema(description = "Controls a page.", example = "25")
            int limit,

            @Schema(description = "Send as cursor to get the next page; null on the last.", example = "azoyNQ")
            @Nullable
            String nextCursor,

            @Schema(description = "Whether another page follows.", example = "true")
            boolean hasMore) {}

    static VersionDifference of(
            ScfVersion from, ScfVersion to, DifferenceTotals totals, int found, Page<ControlChange> page) {
        return new VersionDifference(
                from.scfVersionId(),
                from.versionLabel(),
                to.scfVersionId(),
                to.versionLabel(),
                totals,
                found,
                page.data(),
                new Pagination(page.limit(), page.nextCursor(), page.nextCursor() != null));
    }
}
