package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Block.KeyFigure;
import eu.bekaa.standard.assurance.report.content.Block.Row;
import eu.bekaa.standard.assurance.report.content.Column;
import eu.bekaa.standard.assurance.report.content.Cover;
import eu.bekaa.standard.assurance.report.content.Dataset;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.content.Section;
import eu.bekaa.standard.assurance.report.content.SectionKind;
import eu.bekaa.standard.assurance.report.content.Source;
import eu.bekaa.standard.assurance.report.content.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A full report of a wished size, the same on every call.
final class SampleReport {
    private final SampleSources sources;
    private final int findings;
    private final String noise;

    private SampleReport(int findings, String noise) {
        this.sources = new SampleSources(noise);
        this.findings = findings;
        this.noise = noise;
    }

    static ReportContent of(int findings) {
        return new SampleReport(findings, "").content();
    }

    /// @param noise a text that goes into every field
    static ReportContent of(int findings, String noise) {
        return new SampleReport(findings, noise).content();
    }

    private ReportContent content() {
        var soa = sources.cite(Source.Kind.SOA_VERSION, "Statement of applicability, version 2");
        var gap = sources.cite(Source.Kind.GAP_ANALYSIS_VERSION, "Gap analysis, version 1");
        var maturity = sources.cite(Source.Kind.MATURITY_VERSION, "Maturity assessment, version 1");
        var scope = sources.cite(Source.Kind.SCOPE, "Scope, version 1");
        var framework = sources.cite(Source.Kind.FRAMEWORK, "NIST CSF v1.1");
        var lines = new SampleFindings(sources, findings, noise);
        var charts = new SampleCharts(findings, noise);
        var groups = lines.groups();
        var trace = SampleFindings.trace(groups);
        var sections = List.of(
                new Section(
                        SectionKind.EXECUTIVE_SUMMARY,
                        List.of(
                                Block.Paragraph.of(Statement.sourced(
                                        "Of " + findings
                                                + " findings on the requirements of the framework, a third rest on evidence that carries them. "
                                                + noise,
                                        gap)),
                                new Block.KeyFigures(List.of(
                                        new KeyFigure(
                                                "Findings",
                                                String.valueOf(findings),
                                                "one per item of the statement",
                                                List.of(gap)),
                                        new KeyFigure("Met", "12 %", "of all findings", List.of(gap)),
                                        new KeyFigure("Average maturity", "1.8", "of 5", List.of(maturity)),
                                        new KeyFigure(
                                                "Urgent actions", "17", "due within 30 days " + noise, List.of(gap)))),
                                charts.heatmap(gap))),
                new Section(
                        SectionKind.SCOPE,
                        List.of(
                                Block.Paragraph.of(Statement.sourced(
                                        "The assessment covers the customer platform and the offices that run it."
                                                + noise,
                                        scope)),
                                table("What is in scope", scope))),
                new Section(
                        SectionKind.METHODOLOGY,
                        List.of(Block.Paragraph.of(
                                Statement.sourced(
                                        "Each requirement was followed along the official mappings of the catalog to its controls.",
                                        soa),
                                Statement.assumption(
                                        "Documents are taken as in force unless they say otherwise. " + noise)))),
                new Section(SectionKind.BASIS, List.of(table("Catalog and framework", framework))),
                new Section(SectionKind.SOA_SUMMARY, List.of(table("Items by applicability", soa))),
                new Section(
                        SectionKind.GAP_SUMMARY,
                        List.of(new Block.Heading("Findings by domain " + noise), charts.bars(gap))),
                new Section(SectionKind.FINDINGS, groups),
                new Section(SectionKind.MATURITY_SUMMARY, List.of(charts.radar(maturity))),
                new Section(SectionKind.MATURITY_BY_DOMAIN, List.of(table("Maturity by domain", maturity))),
                new Section(SectionKind.POAM_SUMMARY, List.of(table("Actions by priority", gap))),
                new Section(SectionKind.POAM_ITEMS, List.of(new Block.Heading("Urgent"), table("Urgent actions", gap))),
                new Section(
                        SectionKind.LIMITATIONS,
                        List.of(Block.Paragraph.of(Statement.limitation(
                                "Where no evidence was found, none is claimed: absence is not failure. " + noise)))),
                new Section(SectionKind.TRACEABILITY, List.of(trace)),
                new Section(
                        SectionKind.EVIDENCE,
                        List.of(new Block.Citations(groups.stream()
                                .map(Block.Findings.class::cast)
                                .flatMap(group -> group.findings().stream())
                                .flatMap(f -> f.quotes().stream())
                                .toList()))),
                new Section(SectionKind.HISTORY, List.of(table("Approvals", soa))),
                new Section(SectionKind.SOURCES, List.of(new Block.Register())));
        var cover = new Cover(
                "Full assessment report",
                "Assessment of the customer platform against NIST CSF v1.1 " + noise,
                "Jupiter Health Ltd. " + noise,
                "Annual assessment 2026 " + noise,
                "NIST CSF v1.1",
                "2022.3",
                "Confidential",
                noise.isEmpty() ? null : "DRAFT: made from unapproved sources",
                3,
                Instant.parse("2026-03-14T07:30:00Z"),
                List.of(
                        new Cover.Fact(
                                "Statement of applicability",
                                "Version 2, approved by Ada Approver on 20 November 2026 " + noise),
                        new Cover.Fact("Gap analysis", "Version 1, approved by Ada Approver on 20 November 2026"),
                        new Cover.Fact(
                                "Maturity assessment", "Version 1, approved by Ada Approver on 20 November 2026"),
                        new Cover.Fact("Plan of action", "Version 1, approved by Ada Approver on 20 November 2026")));
        return new ReportContent(cover, sections, sources.listed(), List.of(dataset()));
    }

    private Block.Table table(String caption, UUID source) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < Math.min(SampleFindings.DOMAINS.size(), findings); i++) {
            rows.add(new Row(
                    List.of(
                            SampleFindings.DOMAINS.get(i),
                            "Security and privacy governance " + noise,
                            String.valueOf(i * 3),
                            SampleFindings.STATUSES.get(i % 8)),
                    List.of(source)));
        }
        return new Block.Table(
                caption,
                List.of(
                        Column.code("Code", 12),
                        Column.text("Name", 45),
                        Column.number("Count", 10),
                        Column.word("Status", 23)),
                rows);
    }

    private Dataset dataset() {
        var rows = new ArrayList<List<String>>();
        for (int i = 1; i <= findings; i++) {
            rows.add(List.of(
                    "GAP-%03d".formatted(i),
                    SampleFindings.STATUSES.get(i % 8),
                    String.valueOf(i % 36 + 1),
                    noise.isEmpty() ? "=cmd|' /C calc'!A0" : noise));
        }
        return new Dataset(
                "gap_findings",
                List.of(
                        new Dataset.Field("gap_code", Dataset.Field.Kind.TEXT),
                        new Dataset.Field("assessment_status", Dataset.Field.Kind.TEXT),
                        new Dataset.Field("inherent_risk_score", Dataset.Field.Kind.NUMBER),
                        new Dataset.Field("gap_summary", Dataset.Field.Kind.TEXT)),
                rows);
    }
}
