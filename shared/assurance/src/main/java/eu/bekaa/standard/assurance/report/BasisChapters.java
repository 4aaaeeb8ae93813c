package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.report.content.Block;
import eu.bekaa.standard.assurance.report.content.Block.Row;
import eu.bekaa.standard.assurance.report.content.Column;
import eu.bekaa.standard.assurance.report.content.Source;
import eu.bekaa.standard.assurance.report.content.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was assessed, how, and against what.
final class BasisChapters {
    private static final List<Column> LABELLED = List.of(Column.text("Item", 28), Column.text("As recorded", 72));

    private BasisChapters() {}

    static List<Block> scope(Material material, Bibliography bibliography) {
        var scope = material.scope();
        if (scope == null) {
            return List.of(Block.Paragraph.of(Statement.limitation("No scope has been recorded for this assessment.")));
        }
        var id = bibliography.cite(Source.Kind.SCOPE, scope.scopeId(), "Scope, version " + scope.scopeVersion());
        var rows = new ArrayList<Row>();
        addList(rows, "Business units", scope.businessUnits(), id);
        addList(rows, "Processes", scope.processes(), id);
        addList(rows, "Systems", scope.systems(), id);
        addList(rows, "Locations", scope.locations(), id);
        addList(rows, "Legal entities", scope.legalEntities(), id);
        addList(rows, "Kinds of data", scope.dataTypes(), id);
        addList(rows, "Third parties", scope.thirdParties(), id);
        addList(rows, "Excluded", scope.exclusions(), id);
        addList(rows, "Assumed", scope.assumptions(), id);
        addList(rows, "Constraints", scope.constraints(), id);
        var told = Block.Paragraph.of(Statement.sourced(scope.title() + ". " + scope.description(), id));
        return rows.isEmpty() ? List.of(told) : List.of(told, new Block.Table("What the scope names", LABELLED, rows));
    }

    static List<Block> methodology(Material material, Bibliography bibliography) {
        var scf = material.citeScf(bibliography);
        var statements = new ArrayList<Statement>();
        statements.add(Statement.sourced(
                "The Secure Controls Framework is the one normative source: requirements lead to controls along its official"
                        + " mappings only, and none is invented where it has none.",
                scf));
        var soa = material.soa();
        if (soa != null) {
            statements.add(Statement.sourced(
                    "The statement of applicability has one item for each official mapping of each requirement of the framework."
                            + " Whether an item applies was decided by people.",
                    soa.cite(bibliography)));
        }
        var gap = material.gap();
        if (gap != null) {
            var id = gap.cite(bibliography);
            statements.add(Statement.sourced(
                    "For each item the uploaded documents were searched. Evidence is strong with at least two passages of which the"
                            + " best scores 0.85 or more, partial from 0.55, else weak; it conflicts where a passage names an exception"
                            + " or says that something is not done. Scores are calibrated relevances between 0 and 1.",
                    id));
            statements.add(Statement.sourced(
                    "Findings follow from applicability and evidence by fixed rules and were open to correction with a reason until"
                            + " they were submitted. Where nothing was found, the finding is not evidenced; it is never turned into"
                            + " not met or not implemented.",
                    id));
            statements.add(Statement.sourced(
                    "Inherent risk is impact (1 to 6) times likelihood (1 to 6). Residual risk takes off what the control's weight"
                            + " and maturity mitigate, nine tenths at most. Up to 4 is low, up to 9 moderate, up to 16 high, up to 25"
                            + " severe, above that extreme.",
                    id));
        }
        var maturity = material.maturity();
        if (maturity != null) {
            statements.add(Statement.sourced(
                    "Maturity is scored from 0 to 5 per control by the state of its findings and what the evidence shows:"
                            + " documentation, process, measurement, continuous improvement.",
                    maturity.cite(bibliography)));
        }
        var poam = material.poam();
        if (poam != null) {
            statements.add(Statement.sourced(
                    "Every finding that is not met or needs validation has one action. Its priority adds up severity, kind of gap,"
                            + " confidence and maturity; its date follows from priority and effort.",
                    poam.cite(bibliography)));
        }
        return List.of(new Block.Paragraph(statements));
    }

    static List<Block> basis(Material material, Bibliography bibliography) {
        var scf = material.citeScf(bibliography);
        var framework = material.citeFramework(bibliography);
        long mapped = Counts.of(
                material.requirements(), requirement -> !requirement.mappings().isEmpty());
        long mappings = material.requirements().stream()
                .mapToLong(requirement -> requirement.mappings().size())
                .sum();
        var rows = new ArrayList<Row>();
        add(rows, "Framework", material.framework().frameworkName(), framework);
        add(rows, "Version of the framework", material.framework().frameworkVersion(), framework);
        add(rows, "Publisher", material.framework().publisher(), framework);
        add(rows, "Requirements", Names.count(material.requirements().size(), "requirement"), framework);
        add(rows, "Mapped requirements", Names.count(mapped, "requirement"), scf);
        add(rows, "Official mappings", Names.count(mappings, "mapping"), scf);
        add(rows, "SCF version", material.scf().versionLabel(), scf);
        add(rows, "Released", Objects.toString(material.scf().releaseDate(), ""), scf);
        add(rows, "SHA-256 of the source", material.scf().sourceHash(), scf);
        return List.of(new Block.Table("Catalog and framework", LABELLED, rows));
    }

    private static void addList(List<Row> rows, String label, List<String> values, UUID source) {
        add(rows, label, String.join("; ", values), source);
    }

    private static void add(List<Row> rows, String label, @Nullable String value, UUID source) {
        if (value != null && !value.isBlank()) {
            rows.add(new Row(List.of(label, value), List.of(source)));
        }
    }
}
