package eu.bekaa.standard.catalog.source;

import eu.bekaa.standard.catalog.source.SourceWarning.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Everything odd about one source, in the order of its reading. A source of nothing but oddities fills no memory: the
/// first [#MOST] are kept word for word, all are counted.
public final class Findings {
    /// Findings kept word for word; the published workbook with the most has some 2,200.
    public static final int MOST = 10_000;

    private final List<SourceWarning> kept = new ArrayList<>();
    private final Map<Rule, Integer> counts = new EnumMap<>(Rule.class);

    public void add(SourceWarning warning) {
        counts.merge(warning.rule(), 1, Integer::sum);
        if (kept.size() < MOST) {
            kept.add(warning);
        }
    }

    /// Those that are kept.
    public List<SourceWarning> kept() {
        return Collections.unmodifiableList(kept);
    }

    /// How many there are of each rule that has any.
    public Map<Rule, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
