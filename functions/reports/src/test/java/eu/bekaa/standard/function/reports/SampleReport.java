package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Block.Axis;
import eu.bekaa.standard.assurance.report.content.Block.Bar;
import eu.bekaa.standard.assurance.report.content.Block.Column;
import eu.bekaa.standard.assurance.report.content.Block.KeyFigure;
import eu.bekaa.standard.assurance.report.content.Block.Part;
import eu.bekaa.standard.assurance.report.content.Block.Row;
import eu.bekaa.standard.assurance.report.content.Cover;
import eu.bekaa.standard.assurance.report.content.Dataset;
import eu.bekaa.standard.assurance.report.content.FindingLine;
import eu.bekaa.standard.assurance.report.content.Quote;
import eu.bekaa.standard.assurance.report.content.ReportContent;
import eu.bekaa.standard.assurance.report.content.Section;
import eu.bekaa.standard.assurance.report.content.SectionKind;
import eu.bekaa.standard.assurance.report.content.Source;
import eu.bekaa.standard.assurance.report.content.Statement;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A full report of a wished size, the same on every call.
final class SampleReport {
    private static final List<String> STATUSES = List.of(
            "met",
            "partially_met",
            "not_evidenced",
            "requires_validation",
            "partially_met",
            "not_evidenced",
            "not_met",
            "not_applicable_justified");
    private static final List<String> SEVERITIES = List.of("informational", "low", "medium", "high", "critical");
    private static final List<String> DOMAINS = List.of(
            "GOV", "AST", "BCD", "CAP", "CHG", "CLD", "CPL", "CFG", "MON", "CRY", "DCH", "EMB", "END", "HRS", "IAC",
            "IRO", "IAO", "MNT", "MDM", "NET", "PES", "PRI", "PRM", "RSK", "SEA", "OPS", "SAT", "TDA", "TPM", "THR",
            "VPM", "WEB");

    private final Map<UUID, Source> sources = new LinkedHashMap<>();
    private final int findings;
    private final String noise;

    private SampleReport(int findings, String noise) {
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
        var soa = cite(Source.Kind.SOA_VERSION, "Statement of applicability, version 2");
        var gap = cite(Source.Kind.GAP_ANALYSIS_VERSION, "Gap analysis, version 1");
        var maturity = cite(Source.Kind.MATURITY_VERSION, "Maturity assessment, version 1");
        var scope = cite(Source.Kind.SCOPE, "Scope, version 1");
        var framework = cite(Source.Kind.FRAMEWORK, "NIST CSF v1.1");
        var groups = groups();
        var trace = trace(groups);
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
                                heatmap(gap))),
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
                        SectionKind.GAP_SUMMARY, List.of(new Block.Heading("Findings by domain " + noise), bars(gap))),
                new Section(SectionKind.FINDINGS, groups),
                new Section(SectionKind.MATURITY_SUMMARY, List.of(radar(maturity))),
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
        return new ReportContent(cover, sections, List.copyOf(sources.values()), List.of(dataset()));
    }

    private List<Block> groups() {
        var groups = new ArrayList<Block>();
        for (int number = 1; number <= findings; ) {
            int size = Math.min(findings - number + 1, 1 + groups.size() % 14);
            var lines = new ArrayList<FindingLine>();
            for (int i = 0; i < size; i++) {
                lines.add(finding(number++));
            }
            groups.add(new Block.Findings(
                    "PR.AC-" + (groups.size() + 1),
                    "Identities and credentials are issued, managed, verified, revoked and audited",
                    "Identities and credentials are issued, managed, verified, revoked, and audited for authorized devices, users and processes. "
                            + noise,
                    lines));
        }
        return groups;
    }

    private FindingLine finding(int number) {
        var code = "GAP-%03d".formatted(number);
        var status = STATUSES.get(number % STATUSES.size());
        var quotes = switch (status) {
            case "met", "partially_met" -> List.of(quote(number));
            default -> List.<Quote>of();
        };
        return new FindingLine(
                code,
                DOMAINS.get(number % DOMAINS.size()) + "-%02d  Identity and access management".formatted(number % 30),
                status,
                SEVERITIES.get(number % 5),
                "evidence_gap",
                number % 36 + 1,
                (number % 36 + 1) * 0.8,
                "High",
                number % 3 == 0 ? "significant_deficiency" : "",
                "No passage of the documents speaks to this control with enough weight; what was found is cited below. "
                        + noise,
                number % 4 == 0 ? "The access policy names the review and its owner but not its frequency." : "",
                "Name an owner, set the review's frequency and keep the records of each review. " + noise,
                quotes,
                List.of(
                        cite(Source.Kind.GAP_FINDING, code),
                        cite(Source.Kind.SOA_ITEM, "Item of " + code),
                        cite(Source.Kind.EVIDENCE_FINDING, "Evidence of " + code)));
    }

    private Quote quote(int number) {
        int document = number % 17;
        return new Quote(
                cite(Source.Kind.DOCUMENT, "access-control-policy-" + document + ".pdf"),
                cite(Source.Kind.CHUNK, "Chunk " + number),
                "access-control-policy-" + document + ".pdf" + noise,
                number % 40 + 1,
                "",
                0.55 + number % 40 / 100.0,
                shortened(
                        "Access to systems is granted on the principle of least privilege and reviewed every quarter by the system's owner; "
                                + "the review's record is kept for three years. " + noise));
    }

    private Block.Table trace(List<Block> groups) {
        var rows = new ArrayList<Row>();
        for (var block : groups) {
            var group = (Block.Findings) block;
            for (var finding : group.findings()) {
                var quote = finding.quotes().isEmpty()
                        ? ""
                        : finding.quotes().getFirst().text();
                var where = finding.quotes().isEmpty()
                        ? ""
                        : finding.quotes().getFirst().citation();
                rows.add(new Row(
                        List.of(group.code(), finding.control(), finding.code(), finding.status(), where, quote),
                        finding.sources()));
            }
        }
        return new Block.Table(
                "From requirement to quote",
                List.of(
                        Column.code("Requirement", 9),
                        Column.text("Control", 17),
                        Column.code("Finding", 8),
                        Column.word("Status", 14),
                        Column.text("Evidence", 18),
                        Column.text("Quote", 34)),
                rows);
    }

    private Block.Table table(String caption, UUID source) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < Math.min(DOMAINS.size(), findings); i++) {
            rows.add(new Row(
                    List.of(
                            DOMAINS.get(i),
                            "Security and privacy governance " + noise,
                            String.valueOf(i * 3),
                            STATUSES.get(i % 8)),
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

    private Block.Radar radar(UUID source) {
        var axes = new ArrayList<Axis>();
        for (int i = 0; i < Math.min(DOMAINS.size(), Math.max(3, findings / 4)); i++) {
            axes.add(new Axis(DOMAINS.get(i), "Domain " + i, i * 7 % 50 / 10.0, Math.min(5, 3 + i % 3)));
        }
        return new Block.Radar(
                "Average maturity of each domain, now and as the plan aims for. " + noise, 5, axes, List.of(source));
    }

    private Block.Bars bars(UUID source) {
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < DOMAINS.size(); i++) {
            bars.add(new Bar(
                    DOMAINS.get(i) + "  Security and privacy " + noise,
                    List.of(
                            new Part("met", i * 5 % 13),
                            new Part("partially_met", i * 3 % 11 + 1),
                            new Part("requires_validation", i % 4),
                            new Part("not_evidenced", i * 7 % 17))));
        }
        return new Block.Bars("Findings of each domain by status.", bars, List.of(source));
    }

    private Block.Heatmap heatmap(UUID source) {
        var counts = new ArrayList<List<Integer>>();
        for (int impact = 1; impact <= 6; impact++) {
            var row = new ArrayList<Integer>();
            for (int likelihood = 1; likelihood <= 6; likelihood++) {
                row.add(impact * likelihood % 5 == 0 ? 0 : impact * likelihood * findings / 300);
            }
            counts.add(row);
        }
        return new Block.Heatmap("Findings by impact and likelihood.", counts, List.of(source));
    }

    private Dataset dataset() {
        var rows = new ArrayList<List<String>>();
        for (int i = 1; i <= findings; i++) {
            rows.add(List.of(
                    "GAP-%03d".formatted(i),
                    STATUSES.get(i % 8),
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

    private UUID cite(Source.Kind kind, String label) {
        var id = UUID.nameUUIDFromBytes((kind + label).getBytes(StandardCharsets.UTF_8));
        sources.putIfAbsent(id, new Source(kind, id, label + " " + noise));
        return id;
    }

    private static String shortened(String text) {
        return text.length() <= Quote.LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.min(240, text.codePointCount(0, text.length()))));
    }
}
