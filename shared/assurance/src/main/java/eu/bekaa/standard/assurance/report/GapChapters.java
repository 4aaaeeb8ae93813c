package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.evidence.EvidenceFinding;
import eu.bekaa.standard.assurance.evidence.EvidenceStrength;
import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.gap.RiskCategory;
import eu.bekaa.standard.assurance.gap.Severity;
import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.FindingLine;
import eu.bekaa.standard.assurance.report.content.Source;
import eu.bekaa.standard.assurance.report.content.Statement;
import eu.bekaa.standard.catalog.Requirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Evidence and findings in figures, and finding by finding.
final class GapChapters {
    /// Quotes shown beside a finding; the evidence index has all.
    private static final int QUOTES = 2;

    private GapChapters() {}

    static List<Block> summary(Material material, Bibliography bibliography) {
        var gap = material.gap();
        if (gap == null) {
            return List.of(Block.Paragraph.of(Statement.limitation("There is no gap analysis to report on.")));
        }
        var id = gap.cite(bibliography);
        var findings = gap.items();
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Paragraph.of(Statement.sourced(
                "Version " + gap.version().header().number() + " of the gap analysis has "
                        + Names.count(findings.size(), "finding")
                        + ", one for each item of the statement of applicability. "
                        + Names.count(Counts.of(findings, GapFinding::requiresUserValidation), "finding")
                        + " still to be validated by a person.",
                id)));
        blocks.add(Counts.table(
                "Findings by status",
                "Status",
                Counts.by(AssessmentStatus.class, findings, GapFinding::assessmentStatus),
                id));
        blocks.add(Counts.table(
                "Findings by severity", "Severity", Counts.by(Severity.class, findings, GapFinding::severity), id));
        blocks.add(Counts.table(
                "Findings by strength of evidence",
                "Evidence",
                Counts.by(EvidenceStrength.class, material.evidence().values(), EvidenceFinding::evidenceStrength),
                id));
        blocks.add(new Block.Heading("Findings by domain"));
        blocks.add(GapFigures.byDomain(material, findings, id));
        return blocks;
    }

    /// Whether the finding is about something that applies and is not met.
    static boolean open(GapFinding finding) {
        return switch (finding.assessmentStatus()) {
            case MET, NOT_APPLICABLE_JUSTIFIED -> false;
            case PARTIALLY_MET, NOT_MET, NOT_EVIDENCED, NOT_APPLICABLE_NOT_JUSTIFIED, REQUIRES_VALIDATION -> true;
        };
    }

    static boolean applies(GapFinding finding) {
        return switch (finding.assessmentStatus()) {
            case NOT_APPLICABLE_JUSTIFIED, NOT_APPLICABLE_NOT_JUSTIFIED -> false;
            case MET, PARTIALLY_MET, NOT_MET, NOT_EVIDENCED, REQUIRES_VALIDATION -> true;
        };
    }

    static List<Block> findings(Material material, Bibliography bibliography) {
        var gap = material.gap();
        if (gap == null) {
            return List.of();
        }
        var passages = new Passages(material, bibliography);
        var byRequirement = new LinkedHashMap<UUID, List<GapFinding>>();
        gap.items()
                .forEach(finding -> byRequirement
                        .computeIfAbsent(finding.frameworkRequirementId(), _ -> new ArrayList<>())
                        .add(finding));
        var blocks = new ArrayList<Block>();
        for (var mapped : material.requirements()) {
            var requirement = mapped.requirement();
            var found = byRequirement.remove(requirement.requirementId());
            if (found != null) {
                blocks.add(new Block.Findings(
                        requirement.requirementCode(),
                        title(requirement),
                        Objects.requireNonNullElse(requirement.requirementText(), ""),
                        lines(material, bibliography, passages, found)));
            }
        }
        byRequirement
                .values()
                .forEach(found -> blocks.add(new Block.Findings(
                        found.getFirst().requirementCode(), "", "", lines(material, bibliography, passages, found))));
        return blocks;
    }

    /// Empty where the catalog only repeats the code.
    private static String title(Requirement requirement) {
        var title = Objects.toString(requirement.requirementTitle(), "").strip();
        return title.equals(requirement.requirementCode()) ? "" : title;
    }

    private static List<FindingLine> lines(
            Material material, Bibliography bibliography, Passages passages, List<GapFinding> findings) {
        return findings.stream()
                .map(finding -> line(material, bibliography, passages, finding))
                .toList();
    }

    private static FindingLine line(
            Material material, Bibliography bibliography, Passages passages, GapFinding finding) {
        return new FindingLine(
                finding.gapCode(),
                material.control(finding.scfControlId()),
                finding.assessmentStatus().toString(),
                finding.severity().toString(),
                finding.gapType().toString(),
                finding.inherentRiskScore(),
                finding.residualRiskScore(),
                RiskCategory.of(finding.residualRiskScore()).toString(),
                Objects.toString(finding.rocDetermination(), ""),
                finding.gapSummary(),
                Objects.requireNonNullElse(finding.gapRationale(), ""),
                Objects.requireNonNullElse(finding.recommendationSummary(), ""),
                passages.of(finding).stream().limit(QUOTES).toList(),
                sources(bibliography, finding));
    }

    /// The finding and what it was derived from.
    static List<UUID> sources(Bibliography bibliography, GapFinding finding) {
        var sources = new ArrayList<UUID>();
        sources.add(bibliography.cite(Source.Kind.GAP_FINDING, finding.gapFindingId(), finding.gapCode()));
        sources.add(bibliography.cite(Source.Kind.SOA_ITEM, finding.soaItemId(), name(finding)));
        var evidence = finding.evidenceFindingId();
        if (evidence != null) {
            sources.add(bibliography.cite(Source.Kind.EVIDENCE_FINDING, evidence, "Evidence for " + finding.gapCode()));
        }
        return sources;
    }

    /// Requirement and control of a finding.
    static String name(GapFinding finding) {
        var control = finding.controlCode();
        return control == null ? finding.requirementCode() : finding.requirementCode() + " / " + control;
    }
}
