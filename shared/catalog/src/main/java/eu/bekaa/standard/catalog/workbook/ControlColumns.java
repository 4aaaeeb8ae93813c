package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.source.Codes;
import eu.bekaa.standard.catalog.workbook.Table.Row;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What each column of a control sheet is, told by its header alone. The SCF's own columns are known by name; every
/// other column that has a header maps controls to the framework the header names.
/// @param own      the columns of which a sheet has one each
/// @param criteria SP-CMM level → column
/// @param tags     column → the tag that any mark in it gives a control
/// @param risks    column → risk code
/// @param threats  column → threat code
/// @param mappings column → header as one line, in column order
record ControlColumns(
        Map<Own, Integer> own,
        SortedMap<Integer, Integer> criteria,
        Map<Integer, String> tags,
        Map<Integer, String> risks,
        Map<Integer, String> threats,
        SortedMap<Integer, String> mappings) {

    /// The columns that the SCF has under one name or another in every release that has them.
    enum Own {
        DOMAIN("SCF Domain"),
        TITLE("SCF Control"),
        CODE("SCF #"),
        DESCRIPTION("(Secure Controls Framework \\(SCF\\) ?)?Control Description"),
        METHODS("Methods To Comply With SCF Controls|Possible Solutions & Considerations"),
        EVIDENCE("Evidence Request List \\(ERL\\) #|ERL #"),
        QUESTION("SCF Control Question"),
        WEIGHT("Relative Control Weighting( \\(1-10\\))?"),
        FUNCTION("(NIST CSF )?Function Grouping"),
        AUDIENCE("Target Audience"),
        APPLICABILITY("Applicability|PPTDF Applicability");

        private final Pattern header;

        Own(String header) {
            this.header = Pattern.compile(header, Pattern.CASE_INSENSITIVE);
        }
    }

    /// Without these a sheet is no control sheet.
    static final List<Own> NEEDED = List.of(Own.CODE, Own.DOMAIN, Own.TITLE, Own.DESCRIPTION);

    private static final Pattern CRITERION = pattern("(?:SP|C\\|P)-?CMM ?(\\d)\\b.*");
    private static final Pattern FOCUS = pattern("(SCF-[A-Z]|SCRM Tier \\d)\\b.*");
    private static final Pattern DISCRETIONARY = pattern("Identify .*\\((MCC|DSR)\\)");
    private static final Pattern RISK = pattern("Risk (R-[A-Z0-9-]+)");
    private static final Pattern THREAT = pattern("Threat ([NM]T-\\d+)");

    /// The SCF's own, and not imported: change notes, summaries of other columns, advice by company size.
    private static final Pattern ASIDE = pattern("(SCF\\b|Errata\\b|Minimum Security Requirements|Risk Threat Summary|"
            + "Control Threat Summary|Possible Solutions|Conformity Validation|Identify |SCRM\\b|Risk$|Threat$).*");

    private static Pattern pattern(String header) {
        return Pattern.compile(header, Pattern.CASE_INSENSITIVE);
    }

    static ControlColumns of(Row header) {
        var columns = new ControlColumns(
                new EnumMap<>(Own.class),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
        header.cells().forEach(cell -> columns.add(cell.column(), Codes.oneLine(cell.text())));
        return columns;
    }

    private void add(int column, String header) {
        if (header.isEmpty()) {
            return;
        }
        for (var candidate : Own.values()) {
            if (candidate.header.matcher(header).matches() && own.putIfAbsent(candidate, column) == null) {
                return;
            }
        }
        group(CRITERION, header)
                .ifPresentOrElse(
                        level -> criteria.put(Integer.valueOf(level), column),
                        () -> group(FOCUS, header)
                                .or(() -> group(DISCRETIONARY, header))
                                .ifPresentOrElse(
                                        tag -> tags.put(column, Codes.slug(tag)),
                                        () -> addHazardOrMapping(column, header)));
    }

    private void addHazardOrMapping(int column, String header) {
        group(RISK, header)
                .ifPresentOrElse(
                        code -> risks.put(column, code),
                        () -> group(THREAT, header).ifPresentOrElse(code -> threats.put(column, code), () -> {
                            if (!ASIDE.matcher(header).matches()) {
                                mappings.put(column, header);
                            }
                        }));
    }

    private static Optional<String> group(Pattern pattern, String header) {
        return Optional.of(pattern.matcher(header)).filter(Matcher::matches).map(matcher -> matcher.group(1));
    }

    OptionalInt column(Own which) {
        var column = own.get(which);
        return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /// Whether a control sheet must have at least these columns and does not.
    List<Own> missing() {
        var missing = new ArrayList<>(NEEDED);
        missing.removeAll(own.keySet());
        return missing;
    }

    /// Whether the import reads this column.
    boolean reads(int column) {
        return own.containsValue(column)
                || criteria.containsValue(column)
                || tags.containsKey(column)
                || risks.containsKey(column)
                || threats.containsKey(column)
                || mappings.containsKey(column);
    }
}
