package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.source.Codes;
import eu.bekaa.standard.catalog.source.Findings;
import eu.bekaa.standard.catalog.source.SourceWarning;
import eu.bekaa.standard.catalog.source.SourceWarning.Rule;
import eu.bekaa.standard.catalog.workbook.Table.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The list of authoritative sources: who publishes what a mapping column names. Its spelling of the headers differs
/// from the control sheet's here and there; letters and digits decide then.
final class Sources {
    /// What a workbook says about the source behind a mapping column.
    record Source(
            @Nullable String geography,
            @Nullable String publisher,
            @Nullable String title,
            @Nullable String version,
            @Nullable String url) {}

    static final Pattern HEADER = Pattern.compile("Mapping Column Header", Pattern.CASE_INSENSITIVE);
    static final Pattern TITLE = Pattern.compile("Authoritative Source - .*", Pattern.CASE_INSENSITIVE);

    private static final Pattern GEOGRAPHY = Pattern.compile("Geography", Pattern.CASE_INSENSITIVE);
    private static final Pattern PUBLISHER = Pattern.compile("Source", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION = Pattern.compile("Version", Pattern.CASE_INSENSITIVE);
    private static final Pattern URL = Pattern.compile("URL - Authoritative Source", Pattern.CASE_INSENSITIVE);

    private final Map<String, Source> byLetters = new HashMap<>();
    private final Findings warnings;
    private final boolean listed;

    /// @param table   the sheet, or null when the workbook has none
    /// @param headers the control sheet's mapping headers, as one line each
    Sources(@Nullable Table table, List<String> headers, Findings warnings) {
        this.warnings = warnings;
        var header = table == null ? OptionalInt.empty() : table.column(HEADER);
        this.listed = header.isPresent();
        if (table != null && listed) {
            var exact = new HashSet<>(headers);
            table.rows().forEach(row -> read(table, row, header.getAsInt(), exact));
        } else if (table != null) {
            warnings.add(new SourceWarning(
                    Rule.SOURCES_UNLINKED,
                    table.sheet(),
                    table.header().number(),
                    null,
                    "No column names the mapping column that a source stands for; publishers are not read."));
        }
    }

    private void read(Table table, Row row, int header, Set<String> exact) {
        var name = Codes.oneLine(row.text(header));
        if (name.isEmpty()) {
            return;
        }
        byLetters.putIfAbsent(
                Codes.letters(name),
                new Source(
                        said(table, row, GEOGRAPHY),
                        said(table, row, PUBLISHER),
                        said(table, row, TITLE),
                        said(table, row, VERSION),
                        said(table, row, URL)));
        if (!exact.contains(name)) {
            warnings.add(table.warning(
                    Rule.SOURCE_NAME_DIFFERS, row, header, "No mapping column is headed exactly \"" + name + "\"."));
        }
    }

    private static @Nullable String said(Table table, Row row, Pattern heading) {
        var text = row.textOrNull(table.column(heading));
        return text == null || text.equalsIgnoreCase("N/A") ? null : Codes.oneLine(text);
    }

    /// What is known of the source behind a mapping column; null when nothing is.
    @Nullable
    Source of(Table controls, int column, String header) {
        var source = byLetters.get(Codes.letters(header));
        if (source == null && listed) {
            warnings.add(controls.warning(
                    Rule.SOURCE_MISSING,
                    controls.header(),
                    column,
                    "The list of sources does not describe \"" + header + "\"."));
        }
        return source;
    }
}
