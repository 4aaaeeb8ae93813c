package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.poam.Priority;
import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Block.KeyFigure;
import eu.bekaa.standard.assurance.report.content.Block.Row;
import eu.bekaa.standard.assurance.report.content.Column;
import eu.bekaa.standard.assurance.report.content.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// What a reader in a hurry needs.
final class SummaryChapter {
    private static final int WORST_SHOWN = 8;

    private SummaryChapter() {}

    static List<Block> write(Material material, Bibliography bibliography) {
        var gap = material.gap();
        if (gap == null) {
            return List.of(Block.Paragraph.of(Statement.limitation("There is no gap analysis to sum up.")));
        }
        var id = gap.cite(bibliography);
        var findings = gap.items();
        long applicable = Counts.of(findings, GapChapters::applies);
        long met = Counts.of(findings, finding -> finding.assessmentStatus() == AssessmentStatus.MET);
        long absent = Counts.of(findings, finding -> finding.assessmentStatus() == AssessmentStatus.NOT_EVIDENCED);
        var blocks = new ArrayList<Block>();
        blocks.add(Block.Paragraph.of(
                Statement.sourced(
                        material.organization() + " was assessed against "
                                + material.framework().frameworkName() + " by "
                                + Names.count(material.requirements().size(), "requirement")
                                + " and the controls of "
                                + Names.scf(material.scf()) + " that officially answer them.",
                        material.citeAssessment(bibliography),
                        material.citeFramework(bibliography),
                        material.citeScf(bibliography)),
                Statement.sourced(
                        "Of " + Names.count(applicable, "applicable finding") + ", " + met
                                + (met == 1 ? " is" : " are") + " met on strong evidence ("
                                + Names.percent(met, applicable) + ") and " + absent + (absent == 1 ? " is" : " are")
                                + " not evidenced ("
                                + Names.percent(absent, applicable) + ").",
                        id)));
        blocks.add(new Block.KeyFigures(figures(material, bibliography, applicable, met, absent)));
        blocks.add(GapFigures.heatmap(findings, id));
        blocks.add(new Block.Heading("Where to look first"));
        blocks.add(worst(material, bibliography, findings));
        return blocks;
    }

    private static List<KeyFigure> figures(
            Material material, Bibliography bibliography, long applicable, long met, long absent) {
        var gap = Objects.requireNonNull(material.gap());
        List<UUID> source = List.of(gap.cite(bibliography));
        var figures = new ArrayList<KeyFigure>();
        figures.add(
                new KeyFigure("Met", String.valueOf(met), Names.percent(met, applicable) + " of applicable", source));
        figures.add(new KeyFigure(
                "Not evidenced", String.valueOf(absent), Names.percent(absent, applicable) + " of applicable", source));
        var maturity = material.maturity();
        if (maturity != null) {
            figures.add(new KeyFigure(
                    "Average maturity",
                    Names.decimal(Maturities.average(maturity.items()), 1),
                    "of 5",
                    List.of(maturity.cite(bibliography))));
        }
        var poam = material.poam();
        if (poam != null) {
            long urgent = Counts.of(
                    poam.items(), item -> item.priority() == Priority.URGENT || item.priority() == Priority.CRITICAL);
            figures.add(new KeyFigure(
                    "Actions planned",
                    String.valueOf(poam.items().size()),
                    urgent + " urgent or critical",
                    List.of(poam.cite(bibliography))));
        }
        return figures;
    }

    private static Block worst(Material material, Bibliography bibliography, List<GapFinding> findings) {
        var rows = findings.stream()
                .filter(GapChapters::open)
                .sorted(Comparator.comparingDouble(GapFinding::residualRiskScore)
                        .reversed()
                        .thenComparingInt(GapFinding::ordinal))
                .limit(WORST_SHOWN)
                .map(finding -> new Row(
                        List.of(
                                finding.gapCode(),
                                finding.requirementCode(),
                                material.control(finding.scfControlId()),
                                finding.assessmentStatus().toString(),
                                finding.severity().toString(),
                                Names.decimal(finding.residualRiskScore(), 2)),
                        GapChapters.sources(bibliography, finding)))
                .toList();
        return new Block.Table(
                "The open findings with the highest residual risk",
                List.of(
                        Column.code("Finding", 11),
                        Column.code("Requirement", 13),
                        Column.text("Control", 31),
                        Column.word("Status", 19),
                        Column.word("Severity", 13),
                        Column.number("Risk", 10)),
                rows);
    }
}
