package eu.bekaa.standard.assurance.report.content;

import eu.bekaa.standard.kernel.Word;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// The rows behind the report, whole, for machines: a CSV file, a worksheet.
/// @param name snake_case, unique within the report
/// @param rows one cell per column; empty where there is no value
@Serdeable
public record Dataset(String name, List<Field> fields, List<List<String>> rows) {
    public Dataset {
        fields = List.copyOf(fields);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != fields.size()) {
                throw new IllegalArgumentException("A row of " + name + " does not have its fields' number.");
            }
        }
    }

    /// @param name snake_case
    @Serdeable
    public record Field(String name, Kind kind) {
        /// How a cell is to be read.
        public enum Kind {
            TEXT,
            NUMBER;

            @Override
            public String toString() {
                return Word.of(this);
            }
        }
    }
}
