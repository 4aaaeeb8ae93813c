package eu.bekaa.standard.assurance.report.content;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A typed piece of a section. Formats decide how it looks, never what it says.
@Serdeable
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "block")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.KeyFigures.class, name = "key_figures"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.Radar.class, name = "radar"),
    @JsonSubTypes.Type(value = Block.Bars.class, name = "bars"),
    @JsonSubTypes.Type(value = Block.Heatmap.class, name = "heatmap"),
    @JsonSubTypes.Type(value = Block.Findings.class, name = "findings"),
    @JsonSubTypes.Type(value = Block.Citations.class, name = "citations"),
    @JsonSubTypes.Type(value = Block.Register.class, name = "register")
})
public sealed interface Block {
    /// The ids of everything the block rests on.
    Stream<UUID> cited();

    /// A heading below the section's, listed in the contents.
    @Serdeable
    record Heading(String text) implements Block {
        @Override
        public Stream<UUID> cited() {
            return Stream.of();
        }
    }

    /// Statements in a row.
    @Serdeable
    record Paragraph(List<Statement> statements) implements Block {
        public Paragraph {
            statements = List.copyOf(statements);
        }

        public static Paragraph of(Statement... statements) {
            return new Paragraph(List.of(statements));
        }

        @Override
        public Stream<UUID> cited() {
            return statements.stream().flatMap(statement -> statement.sources().stream());
        }
    }

    /// The few numbers to remember.
    @Serdeable
    record KeyFigures(List<KeyFigure> figures) implements Block {
        public KeyFigures {
            figures = List.copyOf(figures);
        }

        @Override
        public Stream<UUID> cited() {
            return figures.stream().flatMap(figure -> figure.sources().stream());
        }
    }

    /// @param note what the number counts, e.g. `of 1,090 items`; empty for none
    @Serdeable
    record KeyFigure(String label, String value, String note, List<UUID> sources) {
        public KeyFigure {
            sources = List.copyOf(sources);
        }
    }

    /// Rows of words; each row names its sources.
    @Serdeable
    record Table(String caption, List<Column> columns, List<Row> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (var row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "A row of \"" + caption + "\" does not have its columns' number.");
                }
            }
        }

        @Override
        public Stream<UUID> cited() {
            return rows.stream().flatMap(row -> row.sources().stream());
        }
    }

    @Serdeable
    record Row(List<String> cells, List<UUID> sources) {
        public Row {
            cells = List.copyOf(cells);
            sources = List.copyOf(sources);
        }
    }

    /// Values on spokes, now against target.
    /// @param maximum the value at the rim
    @Serdeable
    record Radar(String caption, int maximum, List<Axis> axes, List<UUID> sources) implements Block {
        public Radar {
            axes = List.copyOf(axes);
            sources = List.copyOf(sources);
        }

        @Override
        public Stream<UUID> cited() {
            return sources.stream();
        }
    }

    @Serdeable
    record Axis(String code, String name, double now, double target) {}

    /// Bars made of counted parts.
    @Serdeable
    record Bars(String caption, List<Bar> bars, List<UUID> sources) implements Block {
        public Bars {
            bars = List.copyOf(bars);
            sources = List.copyOf(sources);
        }

        @Override
        public Stream<UUID> cited() {
            return sources.stream();
        }
    }

    @Serdeable
    record Bar(String label, List<Part> parts) {
        public Bar {
            parts = List.copyOf(parts);
        }

        public int total() {
            return parts.stream().mapToInt(Part::count).sum();
        }
    }

    /// @param word a word of a fixed list, such as a status: it decides the tone
    @Serdeable
    record Part(String word, int count) {}

    /// How many findings lie at each impact and likelihood.
    /// @param counts six rows by impact 1 to 6, each with six columns by likelihood 1 to 6
    @Serdeable
    record Heatmap(String caption, List<List<Integer>> counts, List<UUID> sources) implements Block {
        public static final int SIDE = 6;

        public Heatmap {
            counts = counts.stream().map(List::copyOf).toList();
            sources = List.copyOf(sources);
            if (counts.size() != SIDE || counts.stream().anyMatch(row -> row.size() != SIDE)) {
                throw new IllegalArgumentException("A heatmap has six rows of six.");
            }
        }

        @Override
        public Stream<UUID> cited() {
            return sources.stream();
        }
    }

    /// Findings on one requirement.
    @Serdeable
    record Findings(String code, String title, String text, List<FindingLine> findings) implements Block {
        public Findings {
            findings = List.copyOf(findings);
        }

        @Override
        public Stream<UUID> cited() {
            return findings.stream().flatMap(FindingLine::cited);
        }
    }

    /// The evidence index: what was quoted, and where it stands.
    @Serdeable
    record Citations(List<Quote> quotes) implements Block {
        public Citations {
            quotes = List.copyOf(quotes);
        }

        @Override
        public Stream<UUID> cited() {
            return quotes.stream().flatMap(Quote::cited);
        }
    }

    /// The place of the register that gives every cited source's full id.
    @Serdeable
    record Register() implements Block {
        @Override
        public Stream<UUID> cited() {
            return Stream.of();
        }
    }
}
