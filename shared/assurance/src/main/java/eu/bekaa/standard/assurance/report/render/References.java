package eu.bekaa.standard.assurance.report.render;

import eu.bekaa.standard.assurance.report.content.ReportContent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The numbers under which a report cites its sources: a source's place in the register, from 1.
public final class References {
    private final Map<UUID, Integer> numbers = new HashMap<>();

    public References(ReportContent content) {
        content.sources().forEach(source -> numbers.put(source.id(), numbers.size() + 1));
    }

    /// @param id one of the content's sources
    public int number(UUID id) {
        var number = numbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("Not in the register: " + id);
        }
        return number;
    }

    /// The numbers of several sources, each once, in the order in which they are named.
    public List<Integer> numbers(Collection<UUID> ids) {
        return ids.stream().distinct().map(this::number).toList();
    }
}
