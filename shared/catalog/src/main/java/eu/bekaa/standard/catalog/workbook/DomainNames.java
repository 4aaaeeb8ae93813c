package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.source.Codes;
import eu.bekaa.standard.catalog.source.Findings;
import eu.bekaa.standard.catalog.source.ScfContent.Domain;
import eu.bekaa.standard.catalog.source.SourceWarning.Rule;
import eu.bekaa.standard.catalog.workbook.ControlColumns.Own;
import eu.bekaa.standard.catalog.workbook.Table.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One domain may be spelled in several ways. Its code comes from the domain list where the workbook has one, else from
/// the codes of most of its controls.
final class DomainNames {
    private final Table table;
    private final ControlColumns columns;
    private final Findings warnings;
    private final boolean listExists;
    private final Map<String, Domain> byKey = new LinkedHashMap<>();

    DomainNames(Table table, ControlColumns columns, List<Domain> listed, Findings warnings) {
        this.table = table;
        this.columns = columns;
        this.warnings = warnings;
        this.listExists = !listed.isEmpty();
        listed.forEach(domain -> byKey.put(key(domain.name()), domain));
        var spellings = new LinkedHashMap<String, Map<String, List<Row>>>();
        var prefixes = new LinkedHashMap<String, Map<String, Integer>>();
        for (var row : table.rows()) {
            var cell = row.cell(column(Own.DOMAIN)).filter(found -> !found.isEmpty());
            var code = row.text(column(Own.CODE));
            if (cell.isPresent() && !code.isEmpty()) {
                var key = key(cell.get().text());
                spellings
                        .computeIfAbsent(key, any -> new LinkedHashMap<>())
                        .computeIfAbsent(cell.get().raw(), any -> new ArrayList<>())
                        .add(row);
                prefixes.computeIfAbsent(key, any -> new LinkedHashMap<>()).merge(prefix(code), 1, Integer::sum);
            }
        }
        spellings.forEach((key, rows) -> {
            if (!byKey.containsKey(key)) {
                var code = Collections.max(prefixes.getOrDefault(key, Map.of()).entrySet(), Entry.comparingByValue());
                settleUnlisted(key, code.getKey(), usual(rows), spellings.keySet());
            }
            tellSpellings(rows);
        });
    }

    /// The domains of the control sheet and of the domain list, each once, the listed ones first.
    List<Domain> all() {
        return byKey.values().stream().distinct().toList();
    }

    /// The code of the domain that the row names; null where it names none.
    @Nullable
    String codeOf(Row row, String controlCode) {
        var name = row.text(column(Own.DOMAIN));
        var domain = byKey.get(key(name));
        if (name.isEmpty() || domain == null) {
            return null;
        }
        if (!prefix(controlCode).equals(domain.code())) {
            warnings.add(table.warning(
                    Rule.DOMAIN_CODE_MISMATCH,
                    row,
                    column(Own.DOMAIN),
                    "Control " + controlCode + " stands in domain " + domain.code() + " (" + domain.name()
                            + "); the domain is taken as written."));
        }
        return domain.code();
    }

    /// A name that the list does not have: the listed domain of the same code, if no control names that one otherwise.
    private void settleUnlisted(String key, String code, Entry<String, List<Row>> usual, Set<String> named) {
        var name = Codes.oneLine(usual.getKey());
        var listed = byKey.entrySet().stream()
                .filter(entry -> entry.getValue().code().equals(code) && !named.contains(entry.getKey()))
                .map(Entry::getValue)
                .findFirst();
        byKey.put(key, listed.orElseGet(() -> new Domain(free(code, name), name, null, null)));
        if (listExists) {
            warnings.add(table.warning(
                    Rule.DOMAIN_UNLISTED,
                    usual.getValue().getFirst(),
                    column(Own.DOMAIN),
                    "The domain list does not name \"" + name + "\"; read as "
                            + listed.map(domain -> "\"" + domain.name() + "\"").orElse("a domain of its own") + "."));
        }
    }

    private static Entry<String, List<Row>> usual(Map<String, List<Row>> spellings) {
        return Collections.max(
                spellings.entrySet(),
                Comparator.comparingInt(entry -> entry.getValue().size()));
    }

    private void tellSpellings(Map<String, List<Row>> spellings) {
        var usual = usual(spellings).getKey();
        spellings.forEach((spelling, rows) -> {
            if (!spelling.equals(usual)) {
                rows.forEach(row -> warnings.add(table.warning(
                        Rule.DOMAIN_SPELLING,
                        row,
                        column(Own.DOMAIN),
                        "\"" + spelling + "\" is elsewhere written \"" + usual + "\"; read as one domain.")));
            }
        });
    }

    /// Two domains never share a code, even where their controls do.
    private String free(String code, String name) {
        boolean taken = byKey.values().stream().anyMatch(domain -> domain.code().equals(code));
        return taken ? Codes.slug(name).toUpperCase(Locale.ROOT) : code;
    }

    private int column(Own which) {
        return columns.column(which).orElseThrow();
    }

    private static String prefix(String controlCode) {
        int dash = controlCode.indexOf('-');
        return dash < 0 ? controlCode : controlCode.substring(0, dash);
    }

    private static String key(String name) {
        return Codes.oneLine(name).toLowerCase(Locale.ROOT).replace("&", "and");
    }
}
