package eu.bekaa.standard.assurance.report.content;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// One section: its kind fixes title and place.
@Serdeable
public record Section(SectionKind kind, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }
}
