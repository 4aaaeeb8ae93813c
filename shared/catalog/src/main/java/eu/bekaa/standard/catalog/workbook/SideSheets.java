package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.source.Codes;
import eu.bekaa.standard.catalog.source.ScfContent.Domain;
import eu.bekaa.standard.catalog.source.ScfContent.Hazard;
import eu.bekaa.standard.catalog.workbook.Table.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The sheets beside the control sheet, each recognised by two of its headers. A workbook may lack any of them.
final class SideSheets {
    private static final Pattern DOMAIN = header("SCF Domain");
    private static final Pattern IDENTIFIER = header("SCF Identifier");
    private static final Pattern PRINCIPLES = header(".* Principles");
    private static final Pattern INTENT = header("Principle Intent");

    private final XlsxFile workbook;
    private final String controlSheet;

    SideSheets(XlsxFile workbook, String controlSheet) {
        this.workbook = workbook;
        this.controlSheet = controlSheet;
    }

    static Pattern header(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
    }

    Optional<Table> evidence() {
        return find(EvidenceList.CODE, EvidenceList.ARTIFACT);
    }

    Optional<Table> sources() {
        return find(Sources.TITLE, header("Source"));
    }

    /// The domains of the domain list, in its order.
    List<Domain> domains() {
        var domains = new ArrayList<Domain>();
        find(DOMAIN, IDENTIFIER).ifPresent(table -> {
            var seen = new HashSet<String>();
            for (var row : table.rows()) {
                var name = row.textOrNull(table.column(DOMAIN));
                var code = row.textOrNull(table.column(IDENTIFIER));
                if (name != null && code != null && seen.add(code)) {
                    domains.add(new Domain(
                            code,
                            Codes.oneLine(name),
                            row.textOrNull(table.column(PRINCIPLES)),
                            row.textOrNull(table.column(INTENT))));
                }
            }
        });
        return domains;
    }

    /// The entries of the risk or threat catalog; empty when the workbook has none.
    List<Hazard> hazards(Hazard.Kind kind) {
        var word = switch (kind) {
            case RISK -> "Risk";
            case THREAT -> "Threat";
        };
        var hazards = new ArrayList<Hazard>();
        find(header(word + " #"), header(word + "\\*.*")).ifPresent(table -> addHazards(kind, word, table, hazards));
        return hazards;
    }

    private static void addHazards(Hazard.Kind kind, String word, Table table, List<Hazard> hazards) {
        var codes = table.column(header(word + " #"));
        var names = table.column(header(word + "\\*.*"));
        var groups = table.column(header(word + " Grouping"));
        var descriptions = table.column(header(".*Description.*"));
        var seen = new HashSet<String>();
        @Nullable String grouping = null;
        for (var row : table.rows()) {
            var group = row.textOrNull(groups);
            grouping = group == null ? grouping : Codes.oneLine(group);
            var code = row.textOrNull(codes);
            var name = row.textOrNull(names);
            if (code != null && name != null && seen.add(code)) {
                hazards.add(new Hazard(kind, code, grouping, Codes.oneLine(name), row.textOrNull(descriptions)));
            }
        }
    }

    private Optional<Table> find(Pattern one, Pattern other) {
        Predicate<Row> isHeader = row ->
                Table.column(row, one).isPresent() && Table.column(row, other).isPresent();
        return workbook.sheetNames().stream()
                .filter(sheet -> !sheet.equals(controlSheet))
                .flatMap(
                        sheet -> workbook.header(sheet, isHeader).map(header -> workbook.below(sheet, header)).stream())
                .findFirst();
    }
}
