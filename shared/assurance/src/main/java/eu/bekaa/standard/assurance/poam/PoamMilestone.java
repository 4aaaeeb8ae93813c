package eu.bekaa.standard.assurance.poam;

import static java.util.Objects.requireNonNullElse;

import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A step on the way to an item's end.
/// @param ordinal       position within the item, from 1
/// @param milestoneCode the item's code with the position: `POAM-001-M1`
@Serdeable
@Schema(description = "A step on the way to an item's end.")
@MappedEntity("poam_milestone")
public record PoamMilestone(
        @Schema(description = "Id of the milestone.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Id
        UUID poamMilestoneId,

        @Schema(description = "Counts the changes of this row.", example = "0") @Version
        int rowVersion,

        @Schema(description = "The organization.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID organizationId,

        @Schema(description = "Id of the item.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID poamItemId,

        @Schema(description = "Position in the version, from 1.", example = "1")
        int ordinal,

        @Schema(description = "The item's code with the position.", example = "POAM-001-M1")
        String milestoneCode,

        @Schema(description = "The milestone in a line.", example = "Records located")
        String title,

        @Schema(description = "What is done by then.", example = "The asset register has been exported.")
        String description,

        @Schema(description = "When it should be done.", example = "2027-01-20") @Nullable
        LocalDate dueDate,

        @Schema(description = "When it counts as done.", example = "[\"Every laptop is listed with its owner\"]")
        @TypeDef(type = DataType.STRING_ARRAY)
        List<String> acceptanceCriteria,

        @Schema(description = "The records that will show it.", example = "[\"Export of the asset register\"]")
        @TypeDef(type = DataType.STRING_ARRAY)
        List<String> expectedEvidence) {
    public PoamMilestone {
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
        expectedEvidence = List.copyOf(expectedEvidence);
        if (title.isBlank()) {
            throw Refusal.invalid("title", "A milestone has a title.");
        }
    }

    /// A milestone as a planner writes it; in a change an absent component keeps its value.
    @Serdeable
    @Schema(description = "A milestone as a planner writes it; in a change an absent field keeps its value.")
    public record Text(
            @Schema(description = "The milestone in a line.", example = "Records located") @Nullable @Size(max = 200)
            String title,

            @Schema(description = "What is done by then.", example = "The asset register has been exported.")
            @Nullable
            @Size(max = 4000)
            String description,

            @Schema(description = "When it should be done.", example = "2027-01-20") @Nullable
            LocalDate dueDate,

            @Schema(description = "When it counts as done.", example = "[\"Every laptop is listed with its owner\"]")
            @Nullable
            @Size(max = 50)
            List<@Size(max = 1000) String> acceptanceCriteria,

            @Schema(description = "The records that will show it.", example = "[\"Export of the asset register\"]")
            @Nullable
            @Size(max = 50)
            List<@Size(max = 1000) String> expectedEvidence) {}

    /// @param item the item it belongs to
    static PoamMilestone of(UUID id, PoamItem item, int ordinal, Text text) {
        return new PoamMilestone(
                id,
                0,
                item.organizationId(),
                item.poamItemId(),
                ordinal,
                item.poamCode() + "-M" + ordinal,
                requireNonNullElse(text.title(), ""),
                requireNonNullElse(text.description(), ""),
                text.dueDate(),
                requireNonNullElse(text.acceptanceCriteria(), List.of()),
                requireNonNullElse(text.expectedEvidence(), List.of()));
    }

    PoamMilestone revised(Text to) {
        return new PoamMilestone(
                poamMilestoneId,
                rowVersion,
                organizationId,
                poamItemId,
                ordinal,
                milestoneCode,
                requireNonNullElse(to.title(), title),
                requireNonNullElse(to.description(), description),
                to.dueDate() == null ? dueDate : to.dueDate(),
                requireNonNullElse(to.acceptanceCriteria(), acceptanceCriteria),
                requireNonNullElse(to.expectedEvidence(), expectedEvidence));
    }
}
