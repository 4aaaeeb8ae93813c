package eu.bekaa.standard.catalog.difference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Compares two versions of the SCF. Imported versions never change, and neither does what they differ in.
@Singleton
public class Differences {
    private static final UUID NONE = new UUID(0, 0);

    /// Comparisons that are remembered; one of two large versions takes some three megabytes.
    private static final int MOST_REMEMBERED = 4;

    private final DifferenceRows rows;
    private final Catalog catalog;
    private final Map<Pair, List<ControlChange>> remembered = Collections.synchronizedMap(new LinkedHashMap<>());

    private record Pair(UUID from, UUID to) {}

    Differences(DifferenceRows rows, Catalog catalog) {
        this.rows = rows;
        this.catalog = catalog;
    }

    /// Which part of a difference is wanted; all of it where both are null.
    /// @param domain code of a domain
    public record Filter(
            @Nullable ChangeKind kind, @Nullable String domain) {}

    /// A changed control and its place in the whole difference, from 1.
    private record Placed(int place, ControlChange change) {}

    /// Every control of either version, exactly once: those of the newer in its order, then those it has dropped.
    @ReadOnly
    public List<ControlMatch> matches(Caller caller, UUID from, UUID to) {
        var controls = rows.controls(from, to);
        return ControlMatch.all(of(from, controls), of(to, controls));
    }

    /// The named controls, of whatever version, by id; unknown ids are left out.
    @ReadOnly
    public Map<UUID, ControlText> texts(Caller caller, Set<UUID> controlIds) {
        return rows.some(controlIds.stream().map(UUID::toString).toArray(String[]::new)).stream()
                .collect(toMap(ControlText::controlId, Function.identity()));
    }

    /// The difference in figures, and one page of the changed controls.
    /// @throws Refusal `SCF_VERSION_NOT_FOUND`
    @ReadOnly
    public VersionDifference between(Caller caller, UUID from, UUID to, Filter filter, PageRequest page) {
        var versions = catalog.versions(caller, List.of(from, to));
        var all = changes(caller, from, to);
        var wanted = new ArrayList<Placed>();
        for (int place = 1; place <= all.size(); place++) {
            var change = all.get(place - 1);
            if (change.is(filter.kind()) && change.in(filter.domain())) {
                wanted.add(new Placed(place, change));
            }
        }
        var rest = wanted.stream()
                .filter(placed -> placed.place() > page.after())
                .limit(page.limit() + 1L)
                .toList();
        var found = Page.of(rest, page.limit(), Placed::place);
        var details = details(found.data());
        return VersionDifference.of(
                versions.getFirst(),
                versions.getLast(),
                DifferenceTotals.of(all),
                wanted.size(),
                found.map(placed -> placed.change().with(details.getOrDefault(placed.place(), List.of()))));
    }

    private List<ControlChange> changes(Caller caller, UUID from, UUID to) {
        var pair = new Pair(from, to);
        var known = remembered.get(pair);
        if (known != null) {
            return known;
        }
        var compared = compared(matches(caller, from, to));
        synchronized (remembered) {
            remembered.put(pair, compared);
            remembered
                    .keySet()
                    .removeAll(remembered.keySet().stream()
                            .limit(Math.max(0, remembered.size() - MOST_REMEMBERED))
                            .toList());
        }
        return compared;
    }

    private List<ControlChange> compared(List<ControlMatch> matches) {
        var deltas = rows.deltas(ids(matches, ControlMatch::before), ids(matches, ControlMatch::after)).stream()
                .collect(toMap(DifferenceRows.Delta::pair, Function.identity()));
        var changes = new ArrayList<ControlChange>();
        for (int pair = 1; pair <= matches.size(); pair++) {
            var delta = deltas.getOrDefault(pair, DifferenceRows.Delta.none(pair));
            changes.add(ControlChange.of(matches.get(pair - 1), delta));
        }
        return changes;
    }

    /// The mappings in which each of the placed changes differs, by place.
    private Map<Integer, List<MappingChange>> details(List<Placed> placed) {
        var before = ids(placed, one -> one.change().before());
        var after = ids(placed, one -> one.change().after());
        return rows.lines(before, after).stream()
                .collect(groupingBy(
                        line -> placed.get(line.pair() - 1).place(), mapping(Differences::mappingChange, toList())));
    }

    private static MappingChange mappingChange(DifferenceRows.Line line) {
        var kind = line.relationshipBefore() == null
                ? ChangeKind.MAPPINGS_ADDED
                : line.relationshipAfter() == null ? ChangeKind.MAPPINGS_REMOVED : ChangeKind.MAPPINGS_CHANGED;
        return new MappingChange(
                kind,
                line.frameworkId(),
                line.frameworkCode(),
                line.requirementId(),
                line.requirementCode(),
                line.relationshipBefore(),
                line.relationshipAfter(),
                line.strengthBefore(),
                line.strengthAfter());
    }

    private static List<ControlText> of(UUID version, List<ControlText> controls) {
        return controls.stream()
                .filter(control -> control.scfVersionId().equals(version))
                .toList();
    }

    private static <T> String[] ids(List<T> pairs, Function<T, @Nullable ControlText> side) {
        return pairs.stream()
                .map(side)
                .map(control -> (control == null ? NONE : control.controlId()).toString())
                .toArray(String[]::new);
    }
}
