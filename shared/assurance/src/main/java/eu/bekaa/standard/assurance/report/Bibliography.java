package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.report.content.Source;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a report cites while it is being written: every source once, by its full id.
final class Bibliography {
    private final Map<UUID, Source> sources = new LinkedHashMap<>();

    /// @return the same id, for the statement that cites it
    UUID cite(Source.Kind kind, UUID id, String label) {
        sources.putIfAbsent(id, new Source(kind, id, label));
        return id;
    }

    /// In the register's order: by kind, then as first cited.
    List<Source> listed() {
        return sources.values().stream()
                .sorted(Comparator.comparing(Source::kind))
                .toList();
    }
}
