package eu.bekaa.standard.assurance.rebase;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fate of one item, as the table keeps it.
@MappedEntity("rebase_entry")
record EntryRow(
        @Id UUID rebaseEntryId,
        UUID organizationId,
        UUID rebaseId,
        int ordinal,
        Fate fate,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> changes,
        UUID frameworkRequirementId,
        String requirementCode,
        @Nullable UUID beforeItemId,
        @Nullable UUID afterItemId,
        @Nullable UUID beforeControlId,
        @Nullable UUID afterControlId,
        @Nullable EntryDecision decision,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {
    EntryRow {
        changes = List.copyOf(changes);
    }

    static EntryRow of(UUID id, UUID org, UUID rebase, int ordinal, Plan.Line line) {
        var before = line.before();
        var after = line.after();
        return new EntryRow(
                id,
                org,
                rebase,
                ordinal,
                line.fate(),
                line.changes().stream().sorted().map(Change::toString).toList(),
                line.either().frameworkRequirementId(),
                line.either().requirementCode(),
                before == null ? null : before.soaItemId(),
                after == null ? null : after.soaItemId(),
                before == null ? null : before.scfControlId(),
                after == null ? null : after.scfControlId(),
                null,
                null,
                null,
                null);
    }
}
