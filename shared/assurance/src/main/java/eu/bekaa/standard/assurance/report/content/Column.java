package eu.bekaa.standard.assurance.report.content;

import eu.bekaa.standard.kernel.Word;
import io.micronaut.serde.annotation.Serdeable;

/// A column of a [Block.Table].
/// @param weight share of the table's width, relative to the other columns
@Serdeable
public record Column(String title, Kind kind, int weight) {
    /// How a column's cells are set.
    public enum Kind {
        TEXT,
        CODE,
        NUMBER,
        /// A word of a fixed list, such as a status or a severity, set with its tone.
        WORD;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    public static Column text(String title, int weight) {
        return new Column(title, Kind.TEXT, weight);
    }

    public static Column code(String title, int weight) {
        return new Column(title, Kind.CODE, weight);
    }

    public static Column number(String title, int weight) {
        return new Column(title, Kind.NUMBER, weight);
    }

    public static Column word(String title, int weight) {
        return new Column(title, Kind.WORD, weight);
    }
}
