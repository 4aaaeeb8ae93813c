package eu.bekaa.standard.assurance.report.content;

import io.micronaut.core.annotation.Creator;
import io.micronaut.serde.annotation.Serdeable;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A report as it was when it was generated. Every format renders from this and from nothing else, so that the same
/// content gives the same bytes (STD-102).
/// @param enclosed the files that go with it; null only where a content from before there were any is read
/// @param sources each cited id once, in the register's order
@Serdeable
public record ReportContent(
        Cover cover,
        List<Section> sections,
        List<Source> sources,
        List<Dataset> datasets,
        @Nullable List<EnclosedFile> enclosed) {
    public ReportContent(Cover cover, List<Section> sections, List<Source> sources, List<Dataset> datasets) {
        this(cover, sections, sources, datasets, List.of());
    }

    @Creator
    public ReportContent {
        sections = List.copyOf(sections);
        sources = List.copyOf(sources);
        datasets = List.copyOf(datasets);
        enclosed = enclosed == null ? List.of() : List.copyOf(enclosed);
        var known = new HashSet<>();
        for (var source : sources) {
            if (!known.add(source.id())) {
                throw new IllegalArgumentException("Listed twice: " + source.id());
            }
        }
        var unknown = sections.stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(Block::cited)
                .filter(id -> !known.contains(id))
                .map(String::valueOf)
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Cited but not listed: " + unknown);
        }
        for (int i = 1; i < sections.size(); i++) {
            if (sections.get(i - 1).kind().compareTo(sections.get(i).kind()) >= 0) {
                throw new IllegalArgumentException("Sections stand in the contract's order, each once.");
            }
        }
    }

    /// The same with a list of the files that go with it.
    public ReportContent enclosing(List<EnclosedFile> files) {
        return new ReportContent(cover, sections, sources, datasets, files);
    }
}
