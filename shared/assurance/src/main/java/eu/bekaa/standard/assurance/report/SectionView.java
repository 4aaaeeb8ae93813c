package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Cover;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One section of a report as it is shown.
@Serdeable
@Schema(description = "One section of a report.")
public record SectionView(
        @Schema(description = "Place in the report; the cover is 0.", example = "1")
        int number,

        @Schema(description = "Which section it is.", example = "executive_summary")
        String section,

        @Schema(description = "Its heading.", example = "Executive summary")
        String title,

        @Schema(description = "The cover's facts; null for every other section.") @Nullable
        Cover cover,

        @Schema(description = "What it says, block by block.")
        List<Block> blocks) {
    static List<SectionView> of(ReportContent content) {
        var views = new ArrayList<SectionView>();
        views.add(new SectionView(0, "cover", "Cover", content.cover(), List.of()));
        for (var section : content.sections()) {
            views.add(new SectionView(
                    views.size(), section.kind().toString(), section.kind().title(), null, section.blocks()));
        }
        return views;
    }
}
