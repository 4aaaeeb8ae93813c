package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.assurance.gap.Subject;
import eu.bekaa.standard.catalog.MaturityCriterion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When an item's work counts as done: each criterion can be answered yes or no by someone else than the owner.
final class AcceptanceCriteria {
    private static final int LONGEST = 400;

    private AcceptanceCriteria() {}

    /// What the catalog expects of a control at the level aimed at; nothing where it names no such level.
    static Optional<String> ofLevel(@Nullable Integer target, Subject subject, List<MaturityCriterion> criteria) {
        return criteria.stream()
                .filter(criterion -> target != null && criterion.level() == target && criterion.reachable())
                .flatMap(criterion -> criterion.criterion().lines())
                .map(line -> line.strip().replaceFirst("^[-•*▪]\\s*", ""))
                .filter(line -> !line.isEmpty() && line.length() <= LONGEST)
                .findFirst()
                .map(line -> "Maturity level " + target + " of " + subject.code() + ": " + line);
    }

    static List<String> of(ActionType action, Subject subject, String gapCode, String owner) {
        var name = subject.code();
        var proven = "A new evidence analysis rates the evidence for " + name + " under " + subject.requirement()
                + " as strong, with at least two passages cited";
        return switch (action) {
            case POLICY_UPDATE ->
                List.of(
                        "The approved text says in binding words that the organization will " + subject.objective(),
                        "It names the responsible role and the interval of review",
                        proven);
            case PROCEDURE_CREATION ->
                List.of(
                        "Someone who did not write the procedure has completed it once from the text alone",
                        "Each run leaves a record that can be found again",
                        proven);
            case TECHNICAL_IMPLEMENTATION ->
                List.of(
                        "Every system in scope is covered, or its exception is recorded with an end date",
                        "A test by someone other than the implementer shows that the mechanisms " + subject.objective(),
                        proven);
            case EVIDENCE_COLLECTION ->
                List.of("The records are dated, name their source and lie within the last 12 months", proven);
            case GOVERNANCE_IMPROVEMENT ->
                List.of(
                        "The accountable person has accepted the mandate in writing",
                        "The first review is on the agenda of the responsible body",
                        proven);
            case MONITORING_IMPROVEMENT ->
                List.of(
                        "Two consecutive reports show each measure against its threshold",
                        "Every deviation has an action with owner and date",
                        proven);
            case TRAINING ->
                List.of("At least nine in ten of those who operate " + name + " have taken part and passed");
            case THIRD_PARTY_ACTION ->
                List.of(
                        "The obligation is in force with every provider in scope",
                        "The attestation covers " + name + " and the period assessed");
            case RISK_ACCEPTANCE ->
                List.of(
                        "The risk owner, not the owner of the control, has signed",
                        "The acceptance ends on a date and is entered for review before it");
            case VALIDATION_REQUIRED ->
                List.of(
                        "Finding " + gapCode + " is confirmed or changed with a rationale, its validation done",
                        "The " + owner + " has signed the answer for " + subject.requirement());
            case OTHER -> List.of("Finding " + gapCode + " can be rated as met, with its rationale");
        };
    }
}
