package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.source.Codes;
import eu.bekaa.standard.catalog.source.Findings;
import eu.bekaa.standard.catalog.source.ScfContent.Framework;
import eu.bekaa.standard.catalog.source.ScfContent.Mapping;
import eu.bekaa.standard.catalog.source.ScfContent.Requirement;
import eu.bekaa.standard.catalog.source.SourceWarning.Rule;
import eu.bekaa.standard.catalog.workbook.Table.Row;
import eu.bekaa.standard.kernel.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The mapping columns of a control sheet: each a framework, each cell the requirements that the row's control answers.
final class MappingColumns {
    /// References read of one sheet; the published one with the most has 42,835.
    static final int MOST_MAPPINGS = 250_000;

    private static final Pattern VERSION =
            Pattern.compile("(?:\\bv ?(\\d[\\w.]*)|\\brev ?(\\d+)|\\b((?:19|20)\\d\\d)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern JURISDICTION = Pattern.compile("(EMEA|APAC|Americas|US)\\b.*");

    private final Table table;
    private final Findings warnings;
    private final Map<Integer, Column> byColumn = new TreeMap<>();
    private int count;

    /// @param name the header as one line
    private record Column(String code, String name, Map<String, Requirement> requirements, List<Mapping> mappings) {}

    MappingColumns(Table table, ControlColumns columns, Findings warnings) {
        this.table = table;
        this.warnings = warnings;
        var used = new LinkedHashMap<String, Integer>();
        columns.mappings().forEach((column, name) -> {
            var code = Codes.framework(name);
            int occurrence = used.merge(code, 1, Integer::sum);
            if (occurrence > 1) {
                code = code + " #" + occurrence;
                warnings.add(table.warning(
                        Rule.DUPLICATE_HEADER,
                        table.header(),
                        column,
                        "\"" + name + "\" heads more than one column; this one is read as a framework of its own, "
                                + code + "."));
            }
            byColumn.put(column, new Column(code, name, new LinkedHashMap<>(), new ArrayList<>()));
        });
    }

    /// Reads the row of one control.
    void read(Row row, String controlCode) {
        for (var cell : row.cells()) {
            var column = byColumn.get(cell.column());
            if (column != null && !cell.isEmpty()) {
                read(row, cell, controlCode, column);
            }
        }
    }

    private void read(Row row, Cell cell, String controlCode, Column column) {
        var references = Lines.of(cell.raw());
        count += references.size();
        if (count > MOST_MAPPINGS) {
            throw Refusal.invalid("file", "The control sheet has more than " + MOST_MAPPINGS + " references.");
        }
        var seen = new HashSet<String>();
        for (var reference : references) {
            if (seen.add(reference)) {
                column.requirements().computeIfAbsent(reference, Requirement::numbered);
                column.mappings().add(Mapping.plain(controlCode, reference));
            }
        }
        warn(row, cell, references, seen.size());
    }

    private void warn(Row row, Cell cell, List<String> references, int distinct) {
        if (cell.kind() == Cell.Kind.NUMBER) {
            add(Rule.NUMBER_CELL, row, cell, "Stored as the number " + cell.raw() + ": a trailing zero may be lost.");
        }
        if (cell.isPadded()) {
            add(Rule.PADDED_CELL, row, cell, "Blanks around the text are not read.");
        } else if (cell.raw().lines().anyMatch(MappingColumns::isPadded)) {
            add(Rule.PADDED_LINE, row, cell, "Blanks around a reference are not read.");
        }
        if (distinct < references.size()) {
            var repeated = new ArrayList<>(references);
            new HashSet<>(references).forEach(repeated::remove);
            add(Rule.REPEATED_REFERENCE, row, cell, "Repeats " + String.join(", ", repeated) + ".");
        }
    }

    private static boolean isPadded(String line) {
        var reference = Codes.trimmed(line);
        return !reference.isEmpty() && reference.length() != line.length();
    }

    private void add(Rule rule, Row row, Cell cell, String message) {
        warnings.add(table.warning(rule, row, cell.column(), message));
    }

    /// The frameworks that at least one control is mapped to, in column order.
    List<Framework> frameworks(Sources sources) {
        var frameworks = new ArrayList<Framework>();
        byColumn.forEach((index, column) -> {
            if (!column.mappings().isEmpty()) {
                frameworks.add(framework(column, sources.of(table, index, column.name())));
            }
        });
        return frameworks;
    }

    private static Framework framework(Column column, Sources.@Nullable Source source) {
        var requirements = column.requirements().values().stream()
                .sorted(Comparator.comparing((Requirement requirement) -> Codes.naturalOrder(requirement.code()))
                        .thenComparing(Requirement::code))
                .toList();
        return new Framework(
                column.code(),
                column.name(),
                source != null && source.version() != null ? source.version() : versionIn(column.name()),
                source == null ? null : source.publisher(),
                source != null && source.geography() != null ? source.geography() : jurisdictionIn(column.name()),
                source == null ? null : source.title(),
                source == null ? null : source.url(),
                requirements,
                column.mappings());
    }

    private static @Nullable String versionIn(String name) {
        var found = VERSION.matcher(name);
        if (!found.find()) {
            return null;
        }
        return found.group(1) != null ? found.group(1) : found.group(2) != null ? found.group(2) : found.group(3);
    }

    private static @Nullable String jurisdictionIn(String name) {
        var found = JURISDICTION.matcher(name);
        return found.matches() ? found.group(1) : null;
    }
}
