package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.Digest;
import eu.bekaa.standard.assurance.report.ReportType;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.render.Csv;
import eu.bekaa.standard.assurance.report.render.HtmlReport;
import eu.bekaa.standard.assurance.report.render.MarkdownReport;
import eu.bekaa.standard.assurance.report.render.Plain;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Everything an auditor asks for in one file, with a list of checksums in the form that `sha256sum -c` reads.
final class PackagedReport {
    private static final String CHECKSUMS = "SHA256SUMS";
    private static final String MANIFEST = "manifest.json";

    private PackagedReport() {}

    /// @param json     the content as it is kept
    /// @param enclosed files that go with it, by name
    static byte[] render(ReportType type, ReportContent content, byte[] json, Map<String, byte[]> enclosed) {
        Map<String, byte[]> files = new TreeMap<>(enclosed);
        files.put("content.json", json);
        content.datasets().forEach(dataset -> files.put("data/" + dataset.name() + ".csv", Csv.render(dataset)));
        if (type == ReportType.AUDIT_PACKAGE) {
            files.put("report.pdf", PdfReport.render(content));
            files.put("report.html", HtmlReport.bytes(content));
            files.put("report.md", MarkdownReport.render(content));
            files.put("report.docx", DocxReport.render(content));
            files.put("data.xlsx", XlsxReport.render(content));
        }
        files.put("README.txt", readme(type, content).getBytes(StandardCharsets.UTF_8));
        files.put(MANIFEST, PackageManifest.of(type, content, json, files));
        files.put(CHECKSUMS, checksums(files).getBytes(StandardCharsets.UTF_8));
        return Archive.of(files);
    }

    private static String checksums(Map<String, byte[]> files) {
        var lines = new StringBuilder();
        files.forEach((name, content) ->
                lines.append(Digest.of(content)).append("  ").append(name).append('\n'));
        return lines.toString();
    }

    private static String readme(ReportType type, ReportContent content) {
        var cover = content.cover();
        var lines = new StringBuilder();
        lines.append(type.title())
                .append(": ")
                .append(Plain.line(cover.title(), 300))
                .append('\n');
        lines.append(Plain.line(cover.organization(), 300))
                .append(", ")
                .append(Plain.line(cover.assessment(), 300))
                .append('\n');
        lines.append("Version ").append(cover.version()).append(", content as of ");
        lines.append(cover.asOf()).append('\n');
        if (cover.marking() != null) {
            lines.append(cover.marking()).append('\n');
        }
        lines.append("\ncontent.json is what the report says, with every id; report.* and data/* are made from it.\n");
        lines.append(
                "data/ has the rows behind it as CSV. A text that begins like a formula has a leading apostrophe.\n");
        lines.append("oscal/ has the findings and the plan in NIST's Open Security Controls Assessment Language.\n");
        if (type == ReportType.AUDIT_PACKAGE) {
            lines.append("artifacts/ has every approved version with its items, approvals.json who decided and why,\n");
            lines.append("lifecycle-events.json how the assessment moved, versions.json every version ever made,\n");
            lines.append(
                    "documents.json the assessed documents with their hashes, and audit/ what was recorded meanwhile;\n");
            lines.append("audit/proof.json says how to check it.\n");
        }
        lines.append("Documents themselves are not part of the package: quotes name document, page and passage.\n");
        lines.append("manifest.json lists every file with its size and SHA-256.\n");
        lines.append("Check the files with: sha256sum -c ").append(CHECKSUMS).append('\n');
        return lines.toString();
    }
}
