package eu.bekaa.standard.function.local.demo;

import eu.bekaa.standard.function.local.demo.Journey.Upload;
import java.util.List;

/// The documents of Northwind Clinics, a hospital group that does not exist. They were written so that a reader finds
/// well-kept rules, stated exceptions, work not done and subjects left out.
public final class DemoPolicies {
    private static final String MARKDOWN = "text/markdown";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private DemoPolicies() {}

    /// Every document, in five file formats; the same bytes at every call.
    public static List<Upload> all() {
        return List.of(
                asWritten("information-security-policy.md", MARKDOWN, "policy"),
                new Upload(
                        "access-control-policy.docx", DOCX, PolicyDocx.of(text("access-control-policy.md")), "policy"),
                asWritten("asset-and-data-handling-standard.md", MARKDOWN, "standard"),
                new Upload(
                        "incident-response-plan.pdf",
                        "application/pdf",
                        PolicyPdf.of(text("incident-response-plan.md")),
                        "procedure"),
                asWritten("continuity-and-backup-plan.md", MARKDOWN, "procedure"),
                asWritten("vulnerability-and-monitoring-procedure.html", "text/html", "procedure"),
                asWritten("supplier-security-procedure.txt", "text/plain", "procedure"),
                asWritten("people-and-awareness-policy.md", MARKDOWN, "policy"));
    }

    private static Upload asWritten(String name, String type, String kind) {
        return new Upload(name, type, LabelledText.bytes("policies/" + name), kind);
    }

    private static String text(String name) {
        return LabelledText.read("policies/" + name);
    }
}
