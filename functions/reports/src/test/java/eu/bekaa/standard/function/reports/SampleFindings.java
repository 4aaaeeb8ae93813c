package eu.bekaa.standard.function.reports;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Block.Row;
import eu.bekaa.standard.assurance.report.content.Column;
import eu.bekaa.standard.assurance.report.content.FindingLine;
import eu.bekaa.standard.assurance.report.content.Quote;
import eu.bekaa.standard.assurance.report.content.Source;
import java.util.ArrayList;
import java.util.List;

/// The findings of a sample, a few for each requirement.
/// @param findings how many
/// @param noise    a text that goes into every field
record SampleFindings(SampleSources sources, int findings, String noise) {
    static final List<String> STATUSES = List.of(
            "met",
            "partially_met",
            "not_evidenced",
            "requires_validation",
            "partially_met",
            "not_evidenced",
            "not_met",
            "not_applicable_justified");
    private static final List<String> SEVERITIES = List.of("informational", "low", "medium", "high", "critical");
    static final List<String> DOMAINS = List.of(
            "GOV", "AST", "BCD", "CAP", "CHG", "CLD", "CPL", "CFG", "MON", "CRY", "DCH", "EMB", "END", "HRS", "IAC",
            "IRO", "IAO", "MNT", "MDM", "NET", "PES", "PRI", "PRM", "RSK", "SEA", "OPS", "SAT", "TDA", "TPM", "THR",
            "VPM", "WEB");

    List<Block> groups() {
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
                        sources.cite(Source.Kind.GAP_FINDING, code),
                        sources.cite(Source.Kind.SOA_ITEM, "Item of " + code),
                        sources.cite(Source.Kind.EVIDENCE_FINDING, "Evidence of " + code)));
    }

    private Quote quote(int number) {
        int document = number % 17;
        return new Quote(
                sources.cite(Source.Kind.DOCUMENT, "access-control-policy-" + document + ".pdf"),
                sources.cite(Source.Kind.CHUNK, "Chunk " + number),
                "access-control-policy-" + document + ".pdf" + noise,
                number % 40 + 1,
                "",
                0.55 + number % 40 / 100.0,
                shortened(
                        "Access to systems is granted on the principle of least privilege and reviewed every quarter by the system's owner; "
                                + "the review's record is kept for three years. " + noise));
    }

    static Block.Table trace(List<Block> groups) {
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

    private static String shortened(String text) {
        return text.length() <= Quote.LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.min(240, text.codePointCount(0, text.length()))));
    }
}
