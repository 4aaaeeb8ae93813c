package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.report.Material.Piece;
import eu.bekaa.standard.assurance.report.content.Basis;
import eu.bekaa.standard.assurance.report.content.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a report cannot say, and what it takes for granted (STD-100, STD-101).
final class Reservations {
    private Reservations() {}

    static List<Statement> of(Material material) {
        var all = new ArrayList<Statement>();
        missing(material, all);
        unapproved(material, all);
        evidence(material, all);
        for (var piece : pieces(material)) {
            noted(piece, "limitations").map(Statement::limitation).forEach(all::add);
            noted(piece, "assumptions").map(Statement::assumption).forEach(all::add);
        }
        all.add(Statement.assumption("The uploaded documents are taken to be in force unless they say otherwise."));
        return List.copyOf(new LinkedHashSet<>(all));
    }

    static List<String> texts(Collection<Statement> statements, Basis basis) {
        return statements.stream()
                .filter(statement -> statement.basis() == basis)
                .map(Statement::text)
                .toList();
    }

    static List<Piece<?>> pieces(Material material) {
        return Stream.<Piece<?>>of(material.soa(), material.gap(), material.maturity(), material.poam())
                .filter(Objects::nonNull)
                .toList();
    }

    private static void missing(Material material, List<Statement> all) {
        if (material.maturity() == null) {
            all.add(MaturityChapters.ABSENT);
        }
        if (material.poam() == null) {
            all.add(PoamChapters.ABSENT);
        }
        long unmapped = Counts.of(
                material.requirements(), requirement -> requirement.mappings().isEmpty());
        if (unmapped > 0) {
            all.add(Statement.limitation(
                    Names.count(unmapped, "requirement") + " of the framework without an official mapping in SCF "
                            + material.scf().versionLabel() + "; no control could be assessed for them."));
        }
        if (material.assessment().isSynthetic()) {
            all.add(Statement.limitation(
                    "The catalog and the documents were written for demonstration: this is no assessment of a real"
                            + " organization."));
        }
    }

    private static void unapproved(Material material, List<Statement> all) {
        for (var piece : pieces(material)) {
            if (!piece.approved()) {
                all.add(Statement.limitation(Names.capital(piece.name()) + ", is not approved ("
                        + piece.version().status().toString().replace('_', ' ') + ")."));
            }
        }
        if (material.exception() != null) {
            all.add(Statement.limitation("Why unapproved sources were used: " + material.exception()));
        }
        var soa = material.soa();
        var gap = material.gap();
        if (soa != null
                && gap != null
                && !soa.version()
                        .header()
                        .id()
                        .equals(gap.version().header().sources().soaVersionId())) {
            all.add(Statement.limitation(
                    "The gap analysis was made from another version of the statement of applicability than the one"
                            + " reported here."));
        }
    }

    private static void evidence(Material material, List<Statement> all) {
        var gap = material.gap();
        if (gap == null) {
            return;
        }
        long absent = Counts.of(gap.items(), finding -> finding.assessmentStatus() == AssessmentStatus.NOT_EVIDENCED);
        if (absent > 0) {
            all.add(Statement.limitation("For " + Names.count(absent, "finding")
                    + " no evidence was found in the uploaded documents."
                    + " That is no proof that a control is missing, only that these documents do not show it."));
        }
        long unvalidated = Counts.of(gap.items(), GapFinding::requiresUserValidation);
        if (unvalidated > 0) {
            all.add(Statement.limitation(
                    Names.count(unvalidated, "finding") + " rest on evidence that a person has yet to validate."));
        }
        if (gap.items().stream().anyMatch(finding -> finding.likelihood() == null)) {
            all.add(Statement.assumption("Where nobody judged a likelihood it counts as unlikely, 3 of 6."));
        }
        if (gap.items().stream().anyMatch(finding -> finding.impact() == null)) {
            all.add(Statement.assumption(
                    "Where nobody judged an impact it follows from the severity: informational 1, low 2, medium 3,"
                            + " high 4, critical 5."));
        }
        var counted = new TreeMap<String, Integer>();
        material.evidence()
                .values()
                .forEach(found -> found.evidenceLimitations().forEach(text -> counted.merge(text, 1, Integer::sum)));
        counted.forEach((text, times) ->
                all.add(Statement.limitation(text + " (" + Names.count(times, "evidence finding") + ")")));
    }

    /// What a version's own metadata has to say.
    private static Stream<String> noted(Piece<?> piece, String key) {
        return switch (piece.version().header().metadata().get(key)) {
            case Collection<?> texts -> texts.stream().map(String::valueOf);
            case String text -> Stream.of(text);
            case null -> Stream.of();
            case Object other -> Stream.of(other.toString());
        };
    }
}
