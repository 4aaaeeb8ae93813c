package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.poam.ActionType;
import eu.bekaa.standard.assurance.poam.PoamItem;
import eu.bekaa.standard.assurance.poam.Priority;
import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Block.Row;
import eu.bekaa.standard.assurance.report.content.Column;
import eu.bekaa.standard.assurance.report.content.Source;
import eu.bekaa.standard.assurance.report.content.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// The plan in figures, and action by action.
final class PoamChapters {
    static final Statement ABSENT = Statement.limitation(
            "No approved plan of action was available: this report says nothing about remediation.");

    private PoamChapters() {}

    static List<Block> summary(Material material, Bibliography bibliography) {
        var poam = material.poam();
        if (poam == null) {
            return List.of(Block.Paragraph.of(ABSENT));
        }
        var id = poam.cite(bibliography);
        var items = poam.items();
        var blocks = new ArrayList<Block>();
        var last =
                items.stream().map(PoamItem::dueDate).filter(Objects::nonNull).max(LocalDate::compareTo);
        blocks.add(Block.Paragraph.of(Statement.sourced(
                "Version " + poam.version().header().number() + " of the plan has "
                        + Names.count(items.size(), "action")
                        + last.map(date -> ", the last of them due on " + date).orElse("") + ".",
                id)));
        blocks.add(Counts.table(
                "Actions by priority", "Priority", Counts.by(Priority.class, items, PoamItem::priority), id));
        blocks.add(
                Counts.table("Actions by kind", "Kind", Counts.by(ActionType.class, items, PoamItem::actionType), id));
        return blocks;
    }

    static List<Block> items(Material material, Bibliography bibliography) {
        var poam = material.poam();
        if (poam == null) {
            return List.of(Block.Paragraph.of(ABSENT));
        }
        var blocks = new ArrayList<Block>();
        for (var priority : List.of(Priority.URGENT, Priority.CRITICAL, Priority.HIGH, Priority.MEDIUM, Priority.LOW)) {
            var items = poam.items().stream()
                    .filter(item -> item.priority() == priority)
                    .toList();
            if (!items.isEmpty()) {
                blocks.add(new Block.Heading(Names.capital(priority.toString())));
                blocks.add(table(material, bibliography, items));
            }
        }
        return blocks;
    }

    private static Block table(Material material, Bibliography bibliography, List<PoamItem> items) {
        var rows = items.stream()
                .map(item -> new Row(
                        List.of(
                                item.poamCode(),
                                told(material, item),
                                item.actionType().toString(),
                                Objects.toString(item.ownerRole(), Objects.toString(item.suggestedOwner(), "")),
                                Objects.toString(item.dueDate(), "")),
                        sources(bibliography, item)))
                .toList();
        return new Block.Table(
                "",
                List.of(
                        Column.code("Code", 11),
                        Column.text("Action, and when it is done", 50),
                        Column.word("Kind", 17),
                        Column.text("Owner", 12),
                        Column.text("Due", 10)),
                rows);
    }

    private static String told(Material material, PoamItem item) {
        var action = item.correctiveAction() + " (" + subject(material, item) + ")";
        return item.acceptanceCriteria().isEmpty()
                ? action
                : action + "\nDone when: " + String.join("; ", item.acceptanceCriteria());
    }

    private static String subject(Material material, PoamItem item) {
        var control = material.control(item.scfControlId());
        var requirement = Objects.toString(item.requirementCode(), "");
        return control.isEmpty() ? requirement : requirement + ", " + control.replace("  ", " ");
    }

    private static List<UUID> sources(Bibliography bibliography, PoamItem item) {
        var sources = new ArrayList<UUID>();
        sources.add(cite(bibliography, item));
        var finding = item.relatedGapFindingId();
        if (finding != null) {
            sources.add(bibliography.cite(Source.Kind.GAP_FINDING, finding, "Finding of " + item.poamCode()));
        }
        return sources;
    }

    static UUID cite(Bibliography bibliography, PoamItem item) {
        return bibliography.cite(Source.Kind.POAM_ITEM, item.poamItemId(), item.poamCode());
    }
}
