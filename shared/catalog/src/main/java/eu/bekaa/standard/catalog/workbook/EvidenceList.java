package eu.bekaa.standard.catalog.workbook;

import eu.bekaa.standard.catalog.source.Codes;
import eu.bekaa.standard.catalog.source.Findings;
import eu.bekaa.standard.catalog.source.ScfContent.Control;
import eu.bekaa.standard.catalog.source.ScfContent.EvidenceRequest;
import eu.bekaa.standard.catalog.source.SourceWarning;
import eu.bekaa.standard.catalog.source.SourceWarning.Rule;
import eu.bekaa.standard.catalog.workbook.Table.Row;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The evidence request list: artefacts, each naming the controls it proves. Controls name the artefacts too; where the
/// two disagree, the control sheet counts and both are told.
final class EvidenceList {
    static final Pattern CODE = SideSheets.header("ERL #");
    static final Pattern ARTIFACT = SideSheets.header("Documentation Artifact");

    private static final Pattern AREA = SideSheets.header("Area of Focus");
    private static final Pattern DESCRIPTION = SideSheets.header("Artifact Description");
    private static final Pattern CONTROLS = SideSheets.header("SCF Control Mappings");

    private final Table table;
    private final Map<String, EvidenceRequest> requests = new LinkedHashMap<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    EvidenceList(Table table) {
        this.table = table;
        for (var row : table.rows()) {
            var code = row.textOrNull(table.column(CODE));
            var artifact = row.textOrNull(table.column(ARTIFACT));
            if (code != null && artifact != null && rows.putIfAbsent(code, row) == null) {
                requests.put(
                        code,
                        new EvidenceRequest(
                                code,
                                row.textOrNull(table.column(AREA)),
                                Codes.oneLine(artifact),
                                row.textOrNull(table.column(DESCRIPTION))));
            }
        }
    }

    List<EvidenceRequest> requests() {
        return List.copyOf(requests.values());
    }

    /// Tells every pair of control and artefact that only one side names.
    /// @param column  the control sheet's column of artefacts
    /// @param rowOf   the control sheet's row of each control
    void compare(
            List<Control> controls, Table controlSheet, int column, Map<String, Integer> rowOf, Findings warnings) {
        var onControls = new HashSet<List<String>>();
        controls.forEach(control ->
                control.evidenceRequests().forEach(request -> onControls.add(List.of(control.code(), request))));
        var onList = new HashSet<List<String>>();
        var names = table.column(CONTROLS);
        rows.forEach((code, row) -> names.ifPresent(at -> Lines.of(row.text(at)).forEach(control -> {
            if (onList.add(List.of(control, code)) && !onControls.contains(List.of(control, code))) {
                warnings.add(table.warning(
                        Rule.EVIDENCE_ONLY_ON_LIST,
                        row,
                        at,
                        code + " names control " + control + ", which does not name " + code + "; not linked."));
            }
        })));
        controls.forEach(control -> tellMissing(control, onList, controlSheet, column, rowOf, warnings));
    }

    private static void tellMissing(
            Control control,
            Set<List<String>> onList,
            Table controlSheet,
            int column,
            Map<String, Integer> rowOf,
            Findings warnings) {
        for (var request : control.evidenceRequests()) {
            if (!onList.contains(List.of(control.code(), request))) {
                warnings.add(new SourceWarning(
                        Rule.EVIDENCE_ONLY_ON_CONTROL,
                        controlSheet.sheet(),
                        rowOf.get(control.code()),
                        Cell.letters(column),
                        control.code() + " names " + request + ", which does not name " + control.code()
                                + "; linked."));
            }
        }
    }
}
