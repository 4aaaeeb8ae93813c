package eu.bekaa.standard.assurance.rebase;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import eu.bekaa.standard.assurance.soa.SoaCarryOver;
import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.catalog.difference.ControlText;
import eu.bekaa.standard.catalog.difference.Differences;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Writes fates down and shows them with everything a person needs to decide.
@Singleton
final class Entries {
    private final RebaseRows rows;
    private final SoaCarryOver soa;
    private final Differences differences;
    private final Ids ids;

    Entries(RebaseRows rows, SoaCarryOver soa, Differences differences, Ids ids) {
        this.rows = rows;
        this.soa = soa;
        this.differences = differences;
        this.ids = ids;
    }

    void keep(Caller caller, UUID rebaseId, Plan plan) {
        var kept = new ArrayList<EntryRow>();
        for (var line : plan.lines()) {
            kept.add(EntryRow.of(ids.next(), caller.org(), rebaseId, kept.size() + 1, line));
        }
        rows.saveAll(kept);
    }

    /// Entries that have been kept.
    List<RebaseEntry> shown(Caller caller, List<EntryRow> found) {
        var items = soa.items(
                caller,
                found.stream()
                        .flatMap(row -> Stream.of(row.beforeItemId(), row.afterItemId()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        var texts = texts(caller, found);
        return found.stream()
                .map(row -> entry(row, row.rebaseEntryId(), items, texts))
                .toList();
    }

    /// Entries that would be kept.
    List<RebaseEntry> proposed(Caller caller, List<EntryRow> found, Plan plan) {
        var items = plan.lines().stream()
                .flatMap(line -> Stream.of(line.before(), line.after()))
                .filter(Objects::nonNull)
                .collect(toMap(SoaItem::soaItemId, identity()));
        var texts = texts(caller, found);
        return found.stream().map(row -> entry(row, null, items, texts)).toList();
    }

    private Map<UUID, ControlText> texts(Caller caller, List<EntryRow> found) {
        return differences.texts(
                caller,
                found.stream()
                        .flatMap(row -> Stream.of(row.beforeControlId(), row.afterControlId()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    private static RebaseEntry entry(
            EntryRow row, @Nullable UUID id, Map<UUID, SoaItem> items, Map<UUID, ControlText> texts) {
        return new RebaseEntry(
                id,
                row.ordinal(),
                row.fate(),
                row.changes(),
                row.frameworkRequirementId(),
                row.requirementCode(),
                row.beforeControlId() == null ? null : texts.get(row.beforeControlId()),
                row.afterControlId() == null ? null : texts.get(row.afterControlId()),
                row.beforeItemId() == null ? null : items.get(row.beforeItemId()),
                row.afterItemId() == null ? null : items.get(row.afterItemId()),
                row.decision(),
                row.decidedBy(),
                row.decidedAt(),
                row.note());
    }
}
