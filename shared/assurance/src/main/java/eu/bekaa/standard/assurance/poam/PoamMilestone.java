package eu.bekaa.standard.assurance.poam;

import static java.util.Objects.requireNonNullElse;

import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.annotation.Version;
import io.micronaut.data.model.DataType;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A step on the way to an item's end.
/// @param ordinal       position within the item, from 1
/// @param milestoneCode the item's code with the position: `POAM-001-M1`
@Serdeable
@MappedEntity("poam_milestone")
public record PoamMilestone(
        @Id UUID poamMilestoneId,
        @Version int rowVersion,
        UUID organizationId,
        UUID poamItemId,
        int ordinal,
        String milestoneCode,
        String title,
        String description,
        @Nullable LocalDate dueDate,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> acceptanceCriteria,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> expectedEvidence) {
    public PoamMilestone {
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
        expectedEvidence = List.copyOf(expectedEvidence);
        if (title.isBlank()) {
            throw Refusal.invalid("title", "A milestone has a title.");
        }
    }

    /// A milestone as a planner writes it; in a change an absent component keeps its value.
    @Serdeable
    public record Text(
            @Nullable String title,
            @Nullable String description,
            @Nullable LocalDate dueDate,
            @Nullable List<String> acceptanceCriteria,
            @Nullable List<String> expectedEvidence) {}

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
