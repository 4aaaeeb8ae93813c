package eu.bekaa.standard.assurance.report;

import static eu.bekaa.standard.assurance.report.Format.CSV;
import static eu.bekaa.standard.assurance.report.Format.DOCX;
import static eu.bekaa.standard.assurance.report.Format.HTML;
import static eu.bekaa.standard.assurance.report.Format.JSON;
import static eu.bekaa.standard.assurance.report.Format.MARKDOWN;
import static eu.bekaa.standard.assurance.report.Format.PDF;
import static eu.bekaa.standard.assurance.report.Format.XLSX;
import static eu.bekaa.standard.assurance.report.Format.ZIP;
import static eu.bekaa.standard.assurance.report.content.SectionKind.BASIS;
import static eu.bekaa.standard.assurance.report.content.SectionKind.EVIDENCE;
import static eu.bekaa.standard.assurance.report.content.SectionKind.FINDINGS;
import static eu.bekaa.standard.assurance.report.content.SectionKind.GAP_SUMMARY;
import static eu.bekaa.standard.assurance.report.content.SectionKind.HISTORY;
import static eu.bekaa.standard.assurance.report.content.SectionKind.LIMITATIONS;
import static eu.bekaa.standard.assurance.report.content.SectionKind.MATURITY_BY_DOMAIN;
import static eu.bekaa.standard.assurance.report.content.SectionKind.MATURITY_SUMMARY;
import static eu.bekaa.standard.assurance.report.content.SectionKind.METHODOLOGY;
import static eu.bekaa.standard.assurance.report.content.SectionKind.POAM_ITEMS;
import static eu.bekaa.standard.assurance.report.content.SectionKind.POAM_SUMMARY;
import static eu.bekaa.standard.assurance.report.content.SectionKind.SCOPE;
import static eu.bekaa.standard.assurance.report.content.SectionKind.SOA_ITEMS;
import static eu.bekaa.standard.assurance.report.content.SectionKind.SOA_SUMMARY;
import static eu.bekaa.standard.assurance.report.content.SectionKind.SOURCES;
import static eu.bekaa.standard.assurance.report.content.SectionKind.TRACEABILITY;
import static eu.bekaa.standard.assurance.review.ArtifactKind.GAP_ANALYSIS;
import static eu.bekaa.standard.assurance.review.ArtifactKind.MATURITY_ASSESSMENT;
import static eu.bekaa.standard.assurance.review.ArtifactKind.POAM;
import static eu.bekaa.standard.assurance.review.ArtifactKind.SOA;

import eu.bekaa.standard.assurance.report.content.SectionKind;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Word;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a report is about, which sections it has and as what it can be rendered.
public enum ReportType {
    FULL_ASSESSMENT_REPORT(
            "Full assessment report", Set.of(SOA, GAP_ANALYSIS), null, PDF, HTML, DOCX, XLSX, CSV, JSON, MARKDOWN),
    EXECUTIVE_SUMMARY("Executive summary", Set.of(GAP_ANALYSIS), null, PDF, HTML, DOCX, JSON, MARKDOWN),
    SOA_EXPORT("Statement of applicability", Set.of(SOA), "soa_items", PDF, HTML, DOCX, XLSX, CSV, JSON, MARKDOWN),
    GAP_ANALYSIS_REPORT(
            "Gap analysis report", Set.of(GAP_ANALYSIS), "gap_findings", PDF, HTML, DOCX, XLSX, CSV, JSON, MARKDOWN),
    MATURITY_REPORT(
            "Maturity report",
            Set.of(MATURITY_ASSESSMENT),
            "maturity_scores",
            PDF,
            HTML,
            DOCX,
            XLSX,
            CSV,
            JSON,
            MARKDOWN),
    POAM_REPORT(
            "Plan of action and milestones", Set.of(POAM), "poam_items", PDF, HTML, DOCX, XLSX, CSV, JSON, MARKDOWN),
    AUDIT_PACKAGE("Audit package", Set.of(SOA, GAP_ANALYSIS), null, ZIP),
    MACHINE_READABLE_EXPORT("Machine-readable export", Set.of(GAP_ANALYSIS), null, JSON, XLSX, ZIP);

    /// The rows of a full report's CSV: one per finding, with everything it hangs on.
    private static final String MAIN_DATASET = "traceability";

    private final String title;
    private final Set<ArtifactKind> needs;
    private final @Nullable String dataset;
    private final List<Format> formats;

    ReportType(String title, Set<ArtifactKind> needs, @Nullable String dataset, Format... formats) {
        this.title = title;
        this.needs = needs;
        this.dataset = dataset;
        this.formats = List.of(formats);
    }

    /// How a cover names it.
    public String title() {
        return title;
    }

    /// What has to be approved before there is anything to tell (STD-100).
    Set<ArtifactKind> needs() {
        return needs;
    }

    /// Whether drafts of what it needs may stand in, marked as such. A full report and its package never do (STD-100).
    boolean mayNeedDrafts() {
        return switch (this) {
            case FULL_ASSESSMENT_REPORT, AUDIT_PACKAGE -> false;
            case EXECUTIVE_SUMMARY,
                    SOA_EXPORT,
                    GAP_ANALYSIS_REPORT,
                    MATURITY_REPORT,
                    POAM_REPORT,
                    MACHINE_READABLE_EXPORT -> true;
        };
    }

    /// The dataset that its CSV holds.
    public String dataset() {
        return dataset == null ? MAIN_DATASET : dataset;
    }

    public List<Format> formats() {
        return formats;
    }

    /// What is rendered unless something else is asked for.
    public Format usual() {
        return formats.getFirst();
    }

    /// The format to render: the wanted one, or else the fallback.
    /// @throws Refusal `REPORT_FORMAT_NOT_IMPLEMENTED`, listing the formats that there are (STD-102)
    Format offered(@Nullable Format wanted, Format fallback) {
        var format = wanted == null ? fallback : wanted;
        if (!formats.contains(format)) {
            throw new Refusal(
                    ErrorCode.REPORT_FORMAT_NOT_IMPLEMENTED,
                    "A report of type " + this + " is not made as " + format + ".",
                    List.of("formats: " + formats.stream().map(Format::toString).collect(Collectors.joining(", "))));
        }
        return format;
    }

    /// Refuses those who may not see what such a report shows beside the reviewed work: the package carries the audit
    /// log, which has a permission of its own.
    void require(Caller caller) {
        if (this == AUDIT_PACKAGE) {
            caller.require("audit:read");
        }
    }

    Set<SectionKind> sections() {
        return switch (this) {
            case FULL_ASSESSMENT_REPORT, AUDIT_PACKAGE, MACHINE_READABLE_EXPORT -> {
                var all = EnumSet.allOf(SectionKind.class);
                all.remove(SOA_ITEMS);
                yield all;
            }
            case EXECUTIVE_SUMMARY ->
                EnumSet.of(
                        SectionKind.EXECUTIVE_SUMMARY,
                        SCOPE,
                        GAP_SUMMARY,
                        MATURITY_SUMMARY,
                        POAM_SUMMARY,
                        LIMITATIONS,
                        HISTORY,
                        SOURCES);
            case SOA_EXPORT -> EnumSet.of(SCOPE, BASIS, SOA_SUMMARY, SOA_ITEMS, LIMITATIONS, HISTORY, SOURCES);
            case GAP_ANALYSIS_REPORT ->
                EnumSet.of(
                        SCOPE,
                        METHODOLOGY,
                        BASIS,
                        GAP_SUMMARY,
                        FINDINGS,
                        LIMITATIONS,
                        TRACEABILITY,
                        EVIDENCE,
                        HISTORY,
                        SOURCES);
            case MATURITY_REPORT ->
                EnumSet.of(METHODOLOGY, BASIS, MATURITY_SUMMARY, MATURITY_BY_DOMAIN, LIMITATIONS, HISTORY, SOURCES);
            case POAM_REPORT -> EnumSet.of(METHODOLOGY, BASIS, POAM_SUMMARY, POAM_ITEMS, LIMITATIONS, HISTORY, SOURCES);
        };
    }

    @Override
    public String toString() {
        return Word.of(this);
    }
}
