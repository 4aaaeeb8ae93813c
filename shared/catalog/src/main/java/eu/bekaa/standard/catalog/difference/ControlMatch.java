package eu.bekaa.standard.catalog.difference;

import eu.bekaa.standard.catalog.source.Codes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The same control in two versions, as far as both have it.
/// @param before as the older version words it; null where it has none
/// @param after  as the newer version words it; null where it has none
public record ControlMatch(
        @Nullable ControlText before, @Nullable ControlText after) {
    public ControlMatch {
        if (before == null && after == null) {
            throw new IllegalArgumentException("A control is in one of the versions.");
        }
    }

    /// Every control of either version, exactly once: those of the newer in its order, then those it has dropped.
    public static List<ControlMatch> all(List<ControlText> older, List<ControlText> newer) {
        var before = new HashMap<String, ControlText>();
        older.forEach(control -> before.put(control.controlCode(), control));
        var codes = new HashSet<String>();
        newer.forEach(control -> codes.add(control.controlCode()));
        var dropped = older.stream()
                .filter(control -> !codes.contains(control.controlCode()))
                .toList();
        var begun = newer.stream()
                .filter(control -> !before.containsKey(control.controlCode()))
                .toList();
        var recoded = recoded(dropped, begun);
        var matches = new ArrayList<ControlMatch>();
        for (var control : newer) {
            var known = before.get(control.controlCode());
            matches.add(new ControlMatch(known == null ? recoded.get(control) : known, control));
        }
        var found = new HashSet<>(recoded.values());
        dropped.stream()
                .filter(control -> !found.contains(control))
                .forEach(control -> matches.add(new ControlMatch(control, null)));
        return List.copyOf(matches);
    }

    /// Controls that bear another code: told by their title, else by their description, where only one on either side
    /// has it.
    private static Map<ControlText, ControlText> recoded(List<ControlText> dropped, List<ControlText> begun) {
        var recoded = new HashMap<ControlText, ControlText>();
        for (Function<ControlText, @Nullable String> text : List.<Function<ControlText, @Nullable String>>of(
                ControlText::controlTitle, ControlText::controlDescription)) {
            var taken = new HashSet<>(recoded.values());
            var old = single(
                    dropped.stream().filter(control -> !taken.contains(control)).toList(), text);
            single(
                            begun.stream()
                                    .filter(control -> !recoded.containsKey(control))
                                    .toList(),
                            text)
                    .forEach((key, control) -> {
                        var same = old.get(key);
                        if (same != null) {
                            recoded.put(control, same);
                        }
                    });
        }
        return recoded;
    }

    private static Map<String, ControlText> single(
            List<ControlText> controls, Function<ControlText, @Nullable String> text) {
        var byText = new HashMap<String, ControlText>();
        var repeated = new HashSet<String>();
        for (var control : controls) {
            var key = plain(text.apply(control));
            if (key != null && byText.putIfAbsent(key, control) != null) {
                repeated.add(key);
            }
        }
        byText.keySet().removeAll(repeated);
        return byText;
    }

    /// In what the control itself differs, its mappings apart.
    public Set<ChangeKind> changes() {
        if (before == null) {
            return Set.of(ChangeKind.ADDED);
        }
        if (after == null) {
            return Set.of(ChangeKind.REMOVED);
        }
        var kinds = EnumSet.noneOf(ChangeKind.class);
        if (!before.controlCode().equals(after.controlCode()) || differ(before.controlTitle(), after.controlTitle())) {
            kinds.add(ChangeKind.RENAMED);
        }
        if (differ(before.controlDescription(), after.controlDescription())) {
            kinds.add(ChangeKind.REWORDED);
        }
        if (before.controlQuestion() != null
                && after.controlQuestion() != null
                && differ(before.controlQuestion(), after.controlQuestion())) {
            kinds.add(ChangeKind.QUESTION_CHANGED);
        }
        if (!Objects.equals(before.controlWeight(), after.controlWeight())) {
            kinds.add(ChangeKind.REWEIGHTED);
        }
        return kinds;
    }

    /// The control as the newer version words it, where it has it.
    ControlText latest() {
        return after == null ? Objects.requireNonNull(before) : after;
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return !Objects.equals(plain(one), plain(other));
    }

    private static @Nullable String plain(@Nullable String text) {
        var line = text == null ? "" : Codes.oneLine(text);
        return line.isEmpty() ? null : line;
    }
}
