package eu.bekaa.standard.function.local.demo;

import static eu.bekaa.standard.function.local.demo.LabelledText.values;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A small catalog in our own words, in the layout of a published SCF workbook: controls with questions, weights and
/// maturity criteria, mapped to the true numbers of well-known frameworks.
public final class StarterCatalog {
    /// The label under which it is imported.
    public static final String LABEL = "Starter 2026";

    private static final String PRACTICE = "does";

    private StarterCatalog() {}

    /// The workbook; the same bytes at every call.
    public static byte[] workbook() {
        var domains = LabelledText.records("catalog/domains.txt");
        var frameworks = LabelledText.records("catalog/frameworks.txt");
        var controls = LabelledText.records("catalog/controls.txt");
        try (var workbook = new XSSFWorkbook()) {
            write(workbook, "SCF Starter", controlSheet(domains, frameworks, controls));
            write(workbook, "Domains & Principles", domainSheet(domains));
            write(workbook, "Authoritative Sources", sourceSheet(frameworks));
            write(workbook, "Evidence Request List", evidenceSheet(controls));
            return OfficeBytes.of(workbook);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<List<Object>> controlSheet(
            List<Map<String, String>> domains,
            List<Map<String, String>> frameworks,
            List<Map<String, String>> controls) {
        var header = new ArrayList<Object>(List.of(
                "SCF Domain",
                "SCF Control",
                "SCF #",
                "Secure Controls Framework (SCF) Control Description",
                "Methods To Comply With SCF Controls",
                "Evidence Request List (ERL) #",
                "SCF Control Question",
                "Relative Control Weighting",
                "Function Grouping",
                "SCRM Tier 1 Strategic",
                "SCRM Tier 2 Operational",
                "SCRM Tier 3 Tactical",
                "SP-CMM 0 Not Performed",
                "SP-CMM 1 Performed Informally",
                "SP-CMM 2 Planned & Tracked",
                "SP-CMM 3 Well Defined",
                "SP-CMM 4 Quantitatively Controlled",
                "SP-CMM 5 Continuously Improving"));
        frameworks.forEach(framework -> header.add(text(framework, "header")));
        var rows = new ArrayList<List<Object>>();
        rows.add(header);
        for (var control : controls) {
            rows.add(row(control, domains, frameworks));
        }
        return rows;
    }

    private static List<Object> row(
            Map<String, String> control, List<Map<String, String>> domains, List<Map<String, String>> frameworks) {
        var code = text(control, "code");
        var tiers = values(control, "tiers", " ");
        var row = new ArrayList<Object>(List.of(
                domains.stream()
                        .filter(domain -> code.startsWith(text(domain, "code")))
                        .map(domain -> text(domain, "name"))
                        .findFirst()
                        .orElseThrow(),
                text(control, "title"),
                code,
                text(control, "description"),
                "- " + String.join("\n- ", values(control, "methods", " / ")),
                String.join("\n", values(control, "evidence", " ")),
                "Does the organization " + text(control, PRACTICE) + "?",
                Integer.valueOf(text(control, "weight")),
                text(control, "function")));
        for (var tier : List.of("1", "2", "3")) {
            row.add(tiers.contains(tier) ? "x" : "");
        }
        row.addAll(criteria(control));
        frameworks.forEach(framework -> row.add(String.join("\n", values(control, text(framework, "key"), " "))));
        return row;
    }

    /// What the six levels look like: from nobody being charged to figures that lead to change.
    private static List<String> criteria(Map<String, String> control) {
        var practice = text(control, PRACTICE);
        var measure = text(control, "measure");
        return List.of(
                "Nobody is charged to " + practice + ", and there is nothing to show for it.",
                "Individuals " + practice
                        + " when they think of it; nothing is written down and the result depends on them.",
                "The teams concerned " + practice
                        + " by a plan of their own; requirements are written down and the work is" + " tracked.",
                "A documented standard says how to " + practice
                        + "; it is approved, taught, applied across the organization," + " and leaves records.",
                "Management is told " + measure + ", compares it with a target and acts on the difference.",
                "Trends of " + measure + ", audits and lessons learned lead to changes in how to " + practice + ".");
    }

    private static List<List<Object>> domainSheet(List<Map<String, String>> domains) {
        var rows = new ArrayList<List<Object>>();
        rows.add(List.of(
                "#",
                "SCF Domain",
                "SCF Identifier",
                "Security & Privacy by Design (S|P) Principles",
                "Principle Intent"));
        for (var domain : domains) {
            rows.add(List.of(
                    rows.size(),
                    text(domain, "name"),
                    text(domain, "code"),
                    text(domain, "principle"),
                    text(domain, "intent")));
        }
        return rows;
    }

    private static List<List<Object>> sourceSheet(List<Map<String, String>> frameworks) {
        var rows = new ArrayList<List<Object>>();
        rows.add(List.of(
                "Geography",
                "Mapping Column Header",
                "Source",
                "Authoritative Source - Statutory / Regulatory / Contractual / Industry Framework",
                "Version",
                "URL - Authoritative Source"));
        for (var framework : frameworks) {
            rows.add(Arrays.asList(
                    text(framework, "geography"),
                    text(framework, "header"),
                    text(framework, "source"),
                    text(framework, "title"),
                    text(framework, "version"),
                    text(framework, "url")));
        }
        return rows;
    }

    private static List<List<Object>> evidenceSheet(List<Map<String, String>> controls) {
        var rows = new ArrayList<List<Object>>();
        rows.add(List.of(
                "#",
                "ERL #",
                "Area of Focus",
                "Documentation Artifact",
                "Artifact Description",
                "SCF Control Mappings"));
        for (var request : LabelledText.records("catalog/evidence.txt")) {
            var proves = controls.stream()
                    .filter(control -> values(control, "evidence", " ").contains(text(request, "code")))
                    .map(control -> text(control, "code"))
                    .toList();
            rows.add(List.of(
                    rows.size(),
                    text(request, "code"),
                    text(request, "area"),
                    text(request, "artifact"),
                    text(request, "description"),
                    String.join("\n", proves)));
        }
        return rows;
    }

    private static void write(XSSFWorkbook workbook, String name, List<List<Object>> rows) {
        var sheet = workbook.createSheet(name);
        for (var values : rows) {
            var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (int column = 0; column < values.size(); column++) {
                if (values.get(column) instanceof Integer number) {
                    row.createCell(column).setCellValue(number);
                } else if (values.get(column) instanceof String text && !text.isEmpty()) {
                    row.createCell(column).setCellValue(text);
                }
            }
        }
    }

    private static String text(Map<String, String> record, String label) {
        var text = record.get(label);
        if (text == null) {
            throw new IllegalStateException("A record of the starter catalog has no " + label + ": " + record);
        }
        return text;
    }
}
