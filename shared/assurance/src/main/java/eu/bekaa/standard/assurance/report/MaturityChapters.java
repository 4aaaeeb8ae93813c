package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.maturity.MaturityScore;
import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Block.Axis;
import eu.bekaa.standard.assurance.report.content.Block.KeyFigure;
import eu.bekaa.standard.assurance.report.content.Block.Row;
import eu.bekaa.standard.assurance.report.content.Column;
import eu.bekaa.standard.assurance.report.content.Source;
import eu.bekaa.standard.assurance.report.content.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Maturity in figures and by domain.
final class MaturityChapters {
    static final int HIGHEST = 5;
    private static final int LOWEST_SHOWN = 10;
    static final Statement ABSENT = Statement.limitation(
            "No approved maturity assessment was available: this report says nothing about maturity.");

    private MaturityChapters() {}

    static List<Block> summary(Material material, Bibliography bibliography) {
        var maturity = material.maturity();
        if (maturity == null) {
            return List.of(Block.Paragraph.of(ABSENT));
        }
        var id = maturity.cite(bibliography);
        var scores = maturity.items();
        long atZero = Counts.of(scores, score -> score.score() == 0);
        return List.of(
                new Block.KeyFigures(List.of(
                        new KeyFigure(
                                "Average maturity", Names.decimal(Maturities.average(scores), 1), "of 5", List.of(id)),
                        new KeyFigure("Controls scored", String.valueOf(scores.size()), "", List.of(id)),
                        new KeyFigure(
                                "At level 0",
                                Names.percent(atZero, scores.size()),
                                "of scored controls",
                                List.of(id)))),
                radar(material, scores, id),
                distribution(scores, id),
                lowest(material, bibliography, scores));
    }

    private static Block radar(Material material, List<MaturityScore> scores, UUID source) {
        var axes = Maturities.byDomain(material, scores).stream()
                .map(group ->
                        new Axis(group.domain().domainCode(), group.domain().domainName(), group.now(), group.target()))
                .toList();
        var aim = material.poam() == null
                ? "Average maturity of each domain. Without a plan of action there is no other target than the present level."
                : "Average maturity of each domain, now and as the plan of action aims for.";
        return new Block.Radar(aim, HIGHEST, axes, List.of(source));
    }

    private static Block distribution(List<MaturityScore> scores, UUID source) {
        var rows = IntStream.rangeClosed(0, HIGHEST)
                .mapToObj(level -> {
                    long count = Counts.of(scores, score -> score.score() == level);
                    return new Row(
                            List.of("Level " + level, String.valueOf(count), Names.percent(count, scores.size())),
                            List.of(source));
                })
                .toList();
        return new Block.Table(
                "Controls by level",
                List.of(Column.text("Level", 50), Column.number("Controls", 20), Column.number("Share", 20)),
                rows);
    }

    private static Block lowest(Material material, Bibliography bibliography, List<MaturityScore> scores) {
        var rows = scores.stream()
                .sorted(Comparator.comparingInt(MaturityScore::score).thenComparingInt(MaturityScore::ordinal))
                .limit(LOWEST_SHOWN)
                .map(score -> new Row(
                        List.of(
                                material.control(score.scfControlId()),
                                String.valueOf(score.score()),
                                score.rationale()),
                        List.of(cite(bibliography, score))))
                .toList();
        return new Block.Table(
                "The lowest scores",
                List.of(Column.text("Control", 32), Column.number("Score", 9), Column.text("Why", 50)),
                rows);
    }

    static List<Block> byDomain(Material material, Bibliography bibliography) {
        var maturity = material.maturity();
        if (maturity == null) {
            return List.of(Block.Paragraph.of(ABSENT));
        }
        var rows = Maturities.byDomain(material, maturity.items()).stream()
                .map(group -> new Row(
                        List.of(
                                group.domain().domainCode(),
                                group.domain().domainName(),
                                String.valueOf(group.scores().size()),
                                Names.decimal(group.now(), 2),
                                String.valueOf(group.lowest()),
                                Names.decimal(group.target(), 2)),
                        List.of(maturity.cite(bibliography))))
                .toList();
        return List.of(new Block.Table(
                "",
                List.of(
                        Column.code("Domain", 10),
                        Column.text("Name", 40),
                        Column.number("Controls", 12),
                        Column.number("Average", 12),
                        Column.number("Lowest", 12),
                        Column.number("Target", 12)),
                rows));
    }

    static UUID cite(Bibliography bibliography, MaturityScore score) {
        return bibliography.cite(
                Source.Kind.MATURITY_SCORE, score.maturityScoreId(), "Maturity of " + score.controlCode());
    }
}
