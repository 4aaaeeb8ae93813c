package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.source.Codes;
import eu.bekaa.standard.catalog.source.Findings;
import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.catalog.source.ScfContent.Control;
import eu.bekaa.standard.catalog.source.ScfContent.Domain;
import eu.bekaa.standard.catalog.source.SourceWarning.Rule;
import eu.bekaa.standard.catalog.workbook.ControlColumns.Own;
import eu.bekaa.standard.catalog.workbook.Table.Row;
import eu.bekaa.standard.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The controls of a control sheet, row by row.
final class ControlSheet {
    private static final int MOST_REASONS = 20;
    private static final double LEAST_WEIGHT = 1;
    private static final double MOST_WEIGHT = 10;

    private final Table table;
    private final ControlColumns columns;
    private final DomainNames domains;
    private final Findings warnings;
    private final Map<String, Integer> rowByCode = new LinkedHashMap<>();
    private final List<Control> controls = new ArrayList<>();

    ControlSheet(Table table, ControlColumns columns, List<Domain> listed, Findings warnings) {
        this.table = table;
        this.columns = columns;
        this.warnings = warnings;
        this.domains = new DomainNames(table, columns, listed, warnings);
        var wrong = new ArrayList<Refusal.Detail>();
        table.rows().forEach(row -> add(row, wrong));
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong.subList(0, Math.min(MOST_REASONS, wrong.size())));
        }
        if (controls.isEmpty()) {
            throw Refusal.invalid("file", "The control sheet has no controls.");
        }
        columns.criteria().forEach(this::tellUnreachable);
    }

    List<Control> controls() {
        return controls;
    }

    List<Domain> domains() {
        return domains.all();
    }

    /// The row of each control, by code.
    Map<String, Integer> rows() {
        return rowByCode;
    }

    private void add(Row row, List<Refusal.Detail> wrong) {
        var code = text(row, Own.CODE);
        if (code == null) {
            warnings.add(table.warning(Rule.ROW_WITHOUT_CODE, row, "Without an SCF number; the row is not read."));
            return;
        }
        var title = text(row, Own.TITLE);
        var domain = domains.codeOf(row, code);
        if (title == null || domain == null) {
            wrong.add(new Refusal.Detail(
                    "file",
                    "Row " + row.number() + ": control " + code + " has no " + (title == null ? "title." : "domain.")));
            return;
        }
        var earlier = rowByCode.putIfAbsent(code, row.number());
        if (earlier != null) {
            wrong.add(new Refusal.Detail(
                    "file", "Row " + row.number() + " repeats control " + code + " of row " + earlier + "."));
            return;
        }
        controls.add(control(row, code, domain, Codes.oneLine(title)));
    }

    private Control control(Row row, String code, String domain, String title) {
        var tags = new LinkedHashSet<String>();
        var risks = new ArrayList<String>();
        var threats = new ArrayList<String>();
        var function = text(row, Own.FUNCTION);
        for (var own : List.of(Own.FUNCTION, Own.AUDIENCE, Own.APPLICABILITY)) {
            var word = text(row, own);
            if (word != null) {
                tags.add(Codes.slug(word));
            }
        }
        for (var cell : row.cells()) {
            if (!cell.isEmpty()) {
                addIfMarked(columns.tags(), cell, tags);
                addIfMarked(columns.risks(), cell, risks);
                addIfMarked(columns.threats(), cell, threats);
            }
        }
        return new Control(
                code,
                domain,
                title,
                text(row, Own.DESCRIPTION),
                text(row, Own.QUESTION),
                text(row, Own.METHODS),
                weight(row),
                function,
                List.copyOf(tags),
                criteria(row),
                evidenceRequests(row),
                risks,
                threats);
    }

    private static void addIfMarked(Map<Integer, String> marks, Cell cell, Collection<String> to) {
        var mark = marks.get(cell.column());
        if (mark != null) {
            to.add(mark);
        }
    }

    private SortedMap<Integer, String> criteria(Row row) {
        var criteria = new TreeMap<Integer, String>();
        columns.criteria().forEach((level, column) -> {
            var text = row.text(column);
            if (!text.isEmpty()) {
                criteria.put(level, text);
            }
        });
        return criteria;
    }

    private List<String> evidenceRequests(Row row) {
        var cell = text(row, Own.EVIDENCE);
        return cell == null ? List.of() : Lines.of(cell).stream().distinct().toList();
    }

    /// A level is told once, not once a control.
    private void tellUnreachable(int level, int column) {
        var unreachable = controls.stream()
                .filter(control -> !ScfContent.isReachable(control.criteria().getOrDefault(level, "")))
                .count();
        if (unreachable > 0) {
            warnings.add(table.warning(
                    Rule.LEVEL_NOT_REACHABLE,
                    table.header(),
                    column,
                    unreachable + " of " + controls.size() + " controls say that they cannot reach level " + level
                            + " (N/A)."));
        }
    }

    private @Nullable Double weight(Row row) {
        var stated = text(row, Own.WEIGHT);
        if (stated == null) {
            return null;
        }
        int column = columns.column(Own.WEIGHT).orElseThrow();
        try {
            var weight = Double.valueOf(stated);
            if (!(weight >= LEAST_WEIGHT && weight <= MOST_WEIGHT)) {
                warnings.add(table.warning(Rule.WEIGHT_UNUSUAL, row, column, "Weight " + stated + " is not read."));
                return null;
            }
            return weight;
        } catch (NumberFormatException notANumber) {
            warnings.add(table.warning(Rule.WEIGHT_UNUSUAL, row, column, "\"" + stated + "\" is no weight; not read."));
            return null;
        }
    }

    private @Nullable String text(Row row, Own which) {
        return row.textOrNull(columns.column(which));
    }
}
