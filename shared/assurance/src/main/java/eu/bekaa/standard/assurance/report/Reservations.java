package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.report.content.Basis;
import eu.bekaa.standard.assurance.report.content.Statement;
import eu.bekaa.standard.assurance.review.Version;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// What a report cannot say, and what it takes for granted (STD-100, STD-101).
final class Reservations {
    private Reservations() {}

    static List<Statement> of(Grounds grounds) {
        var all = new ArrayList<Statement>();
        missing(grounds, all);
        unapproved(grounds, all);
        evidence(grounds, all);
        for (var version : grounds.versions()) {
            noted(version, "limitations").map(Statement::limitation).forEach(all::add);
            noted(version, "assumptions").map(Statement::assumption).forEach(all::add);
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

    private static void missing(Grounds grounds, List<Statement> all) {
        if (grounds.maturity() == null) {
            all.add(MaturityChapters.ABSENT);
        }
        if (grounds.poam() == null) {
            all.add(PoamChapters.ABSENT);
        }
        if (grounds.unmapped() > 0) {
            all.add(Statement.limitation(Names.count(grounds.unmapped(), "requirement")
                    + " of the framework without an official mapping in SCF " + grounds.scfLabel()
                    + "; no control could be assessed for them."));
        }
        if (grounds.synthetic()) {
            all.add(Statement.limitation(
                    "The catalog and the documents were written for demonstration: this is no assessment of a real"
                            + " organization."));
        }
    }

    private static void unapproved(Grounds grounds, List<Statement> all) {
        for (var version : grounds.versions()) {
            if (!version.hasBeenApproved()) {
                all.add(Statement.limitation(Names.capital(Names.version(version)) + ", is not approved ("
                        + version.status().toString().replace('_', ' ') + ")."));
            }
        }
        if (grounds.exception() != null) {
            all.add(Statement.limitation("Why unapproved sources were used: " + grounds.exception()));
        }
        var soa = grounds.soa();
        var gap = grounds.gap();
        if (soa != null
                && gap != null
                && !soa.header().id().equals(gap.header().sources().soaVersionId())) {
            all.add(Statement.limitation(
                    "The gap analysis was made from another version of the statement of applicability than the one"
                            + " reported here."));
        }
    }

    private static void evidence(Grounds grounds, List<Statement> all) {
        var doubts = grounds.doubts();
        if (doubts.absent() > 0) {
            all.add(Statement.limitation("For " + Names.count(doubts.absent(), "finding")
                    + " no evidence was found in the uploaded documents."
                    + " That is no proof that a control is missing, only that these documents do not show it."));
        }
        if (doubts.unvalidated() > 0) {
            all.add(Statement.limitation(Names.count(doubts.unvalidated(), "finding")
                    + " rest on evidence that a person has yet to validate."));
        }
        if (doubts.withoutLikelihood() > 0) {
            all.add(Statement.assumption("Where nobody judged a likelihood it counts as unlikely, 3 of 6."));
        }
        if (doubts.withoutImpact() > 0) {
            all.add(Statement.assumption(
                    "Where nobody judged an impact it follows from the severity: informational 1, low 2, medium 3,"
                            + " high 4, critical 5."));
        }
        grounds.limitations()
                .forEach((text, times) ->
                        all.add(Statement.limitation(text + " (" + Names.count(times, "evidence finding") + ")")));
    }

    /// What a version's own metadata has to say.
    private static Stream<String> noted(Version version, String key) {
        return switch (version.header().metadata().get(key)) {
            case Collection<?> texts -> texts.stream().map(String::valueOf);
            case String text -> Stream.of(text);
            case null -> Stream.of();
            case Object other -> Stream.of(other.toString());
        };
    }
}
