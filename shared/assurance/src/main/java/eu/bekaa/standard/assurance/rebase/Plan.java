package eu.bekaa.standard.assurance.rebase;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.catalog.difference.ControlMatch;
import eu.bekaa.standard.catalog.difference.ControlText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What becomes of every item of a SoA in a newer SCF version. The same items and versions give the same plan.
/// @param lines every drafted item in its order, then every retired one: each item, old or new, stands in one line
record Plan(List<Line> lines) {
    Plan {
        lines = List.copyOf(lines);
    }

    /// The fate of one item.
    /// @param before the old item; null for an added one
    /// @param after  the new item, with what is carried over; null for a retired one
    record Line(
            Fate fate,
            Set<Change> changes,
            @Nullable SoaItem before,
            @Nullable SoaItem after) {
        Line {
            changes = Set.copyOf(changes);
        }

        /// Whichever item there is, the new one first.
        SoaItem either() {
            return after == null ? Objects.requireNonNull(before) : after;
        }
    }

    /// An item is told by its requirement and its control.
    /// @param control id in the newer version; null where no control answers the requirement
    private record Key(UUID requirement, @Nullable UUID control) {}

    /// Nothing has been decided that could be carried over.
    static final Plan EMPTY = new Plan(List.of());

    /// @param old     the items of the older SoA
    /// @param drafted what the newer version asks, undecided
    /// @param matches every control of either version
    static Plan of(List<SoaItem> old, List<SoaItem> drafted, List<ControlMatch> matches) {
        return new Plan(new Drawing(old, drafted, matches).lines());
    }

    /// The items of the new SoA.
    List<SoaItem> items() {
        return lines.stream().map(Line::after).filter(Objects::nonNull).toList();
    }

    int count(Fate fate) {
        return (int) lines.stream().filter(line -> line.fate() == fate).count();
    }

    private static final class Drawing {
        private final List<SoaItem> old;
        private final List<SoaItem> drafted;
        private final Map<UUID, ControlMatch> byBefore = new HashMap<>();
        private final Map<UUID, ControlMatch> byAfter = new HashMap<>();
        private final Set<UUID> requirementsBefore;
        private final Set<UUID> requirementsAfter;

        Drawing(List<SoaItem> old, List<SoaItem> drafted, List<ControlMatch> matches) {
            this.old = old;
            this.drafted = drafted;
            for (var match : matches) {
                index(byBefore, match.before(), match);
                index(byAfter, match.after(), match);
            }
            requirementsBefore = requirements(old);
            requirementsAfter = requirements(drafted);
        }

        private static void index(Map<UUID, ControlMatch> index, @Nullable ControlText text, ControlMatch match) {
            if (text != null) {
                index.put(text.controlId(), match);
            }
        }

        private static Set<UUID> requirements(List<SoaItem> items) {
            return items.stream().map(SoaItem::frameworkRequirementId).collect(Collectors.toSet());
        }

        List<Line> lines() {
            var open = old.stream()
                    .filter(item -> item.scfControlId() == null || successor(item) != null)
                    .collect(toMap(
                            item -> new Key(item.frameworkRequirementId(), successor(item)),
                            identity(),
                            (first, second) -> first));
            var lines = new ArrayList<Line>();
            var carried = new HashSet<UUID>();
            for (var item : drafted) {
                var earlier = open.get(new Key(item.frameworkRequirementId(), item.scfControlId()));
                if (earlier != null && carried.add(earlier.soaItemId())) {
                    lines.add(carried(earlier, item));
                } else {
                    lines.add(new Line(Fate.ADDED, Set.of(whyAdded(item)), null, item));
                }
            }
            old.stream()
                    .filter(item -> !carried.contains(item.soaItemId()))
                    .forEach(item -> lines.add(new Line(Fate.RETIRED, Set.of(whyRetired(item)), item, null)));
            return lines;
        }

        private Line carried(SoaItem earlier, SoaItem item) {
            var changes = changes(earlier, item);
            var fate = changes.isEmpty() ? Fate.KEPT : Fate.REVIEW;
            return new Line(fate, changes, earlier, item.carrying(earlier, fate == Fate.REVIEW));
        }

        private Set<Change> changes(SoaItem earlier, SoaItem item) {
            var changes = EnumSet.noneOf(Change.class);
            if (item.scfControlId() != null) {
                var match = byAfter.get(item.scfControlId());
                if (match != null) {
                    match.changes().forEach(kind -> Change.of(kind).ifPresent(changes::add));
                }
            }
            if (earlier.relationshipType() != item.relationshipType()
                    || !Objects.equals(earlier.relationshipStrength(), item.relationshipStrength())) {
                changes.add(Change.RELATIONSHIP_CHANGED);
            }
            return changes;
        }

        /// The control that an old item's control is in the newer version; null where there is none.
        private @Nullable UUID successor(SoaItem item) {
            var match = item.scfControlId() == null ? null : byBefore.get(item.scfControlId());
            var after = match == null ? null : match.after();
            return after == null ? null : after.controlId();
        }

        private Change whyAdded(SoaItem item) {
            if (!requirementsBefore.contains(item.frameworkRequirementId())) {
                return Change.REQUIREMENT_ADDED;
            }
            if (item.scfControlId() == null) {
                return Change.REQUIREMENT_UNMAPPED;
            }
            var match = byAfter.get(item.scfControlId());
            return match == null || match.before() == null ? Change.CONTROL_ADDED : Change.MAPPING_ADDED;
        }

        private Change whyRetired(SoaItem item) {
            if (!requirementsAfter.contains(item.frameworkRequirementId())) {
                return Change.REQUIREMENT_REMOVED;
            }
            if (item.scfControlId() == null) {
                return Change.REQUIREMENT_MAPPED;
            }
            return successor(item) == null ? Change.CONTROL_REMOVED : Change.MAPPING_REMOVED;
        }
    }
}
