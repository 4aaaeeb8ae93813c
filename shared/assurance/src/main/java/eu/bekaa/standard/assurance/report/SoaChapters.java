package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Block.Row;
import eu.bekaa.standard.assurance.report.content.Column;
import eu.bekaa.standard.assurance.report.content.Source;
import eu.bekaa.standard.assurance.report.content.Statement;
import eu.bekaa.standard.assurance.soa.ApplicabilityStatus;
import eu.bekaa.standard.assurance.soa.EvidenceCoverage;
import eu.bekaa.standard.assurance.soa.ImplementationStatus;
import eu.bekaa.standard.assurance.soa.MappingStatus;
import eu.bekaa.standard.assurance.soa.SoaItem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The statement of applicability in figures, and item by item.
final class SoaChapters {
    private SoaChapters() {}

    static List<Block> summary(Material material, Bibliography bibliography) {
        var soa = material.soa();
        if (soa == null) {
            return List.of(
                    Block.Paragraph.of(Statement.limitation("There is no statement of applicability to report on.")));
        }
        var id = soa.cite(bibliography);
        var items = soa.items();
        long requirements =
                items.stream().map(SoaItem::frameworkRequirementId).distinct().count();
        long unmapped = Counts.of(items, item -> item.mappingStatus() == MappingStatus.NO_OFFICIAL_MAPPING);
        return List.of(
                Block.Paragraph.of(Statement.sourced(
                        "Version " + soa.version().header().number() + " has " + Names.count(items.size(), "item")
                                + " for "
                                + Names.count(requirements, "requirement") + "; " + Names.count(unmapped, "requirement")
                                + " without an official mapping.",
                        id)),
                Counts.table(
                        "Items by applicability",
                        "Applicability",
                        Counts.by(ApplicabilityStatus.class, items, SoaItem::applicabilityStatus),
                        id),
                Counts.table(
                        "Items by implementation",
                        "Implementation",
                        Counts.by(ImplementationStatus.class, items, SoaItem::implementationStatus),
                        id),
                Counts.table(
                        "Items by evidence",
                        "Evidence",
                        Counts.by(EvidenceCoverage.class, items, SoaItem::evidenceCoverage),
                        id));
    }

    static List<Block> items(Material material, Bibliography bibliography) {
        var soa = material.soa();
        if (soa == null) {
            return List.of();
        }
        var rows = soa.items().stream()
                .map(item -> new Row(
                        List.of(
                                item.requirementCode(),
                                material.control(item.scfControlId()),
                                item.applicabilityStatus().toString(),
                                item.implementationStatus().toString(),
                                item.evidenceCoverage().toString(),
                                reasons(item)),
                        List.of(bibliography.cite(Source.Kind.SOA_ITEM, item.soaItemId(), name(item)))))
                .toList();
        return List.of(new Block.Table(
                "",
                List.of(
                        Column.code("Requirement", 11),
                        Column.text("Control", 22),
                        Column.word("Applicability", 15),
                        Column.word("Implementation", 15),
                        Column.word("Evidence", 10),
                        Column.text("Why", 27)),
                rows));
    }

    /// The item as people name it.
    static String name(SoaItem item) {
        var control = item.controlCode();
        return control == null ? item.requirementCode() : item.requirementCode() + " / " + control;
    }

    private static String reasons(SoaItem item) {
        return Stream.of(
                        item.nonApplicabilityRationale(),
                        item.scopeRationale(),
                        item.applicabilityRationale(),
                        item.evidenceSummary())
                .filter(Objects::nonNull)
                .filter(reason -> !reason.isBlank())
                .reduce((first, second) -> first + " " + second)
                .orElse("");
    }
}
