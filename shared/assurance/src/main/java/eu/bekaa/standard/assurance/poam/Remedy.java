package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.Subject;
import java.util.List;

/// The wording of an item: what to do, how it is shown, when it is done and what comes first. Built from the catalog's
/// own words about requirement and control, so that each sentence names what it is about.
/// @param correctiveAction   the work, in the imperative
/// @param expectedEvidence   the records that will show it
/// @param acceptanceCriteria when it counts as done
/// @param firstStep          the first milestone's title
record Remedy(
        String correctiveAction, List<String> expectedEvidence, List<String> acceptanceCriteria, String firstStep) {
    Remedy {
        expectedEvidence = List.copyOf(expectedEvidence);
        acceptanceCriteria = List.copyOf(acceptanceCriteria);
    }

    /// @param gapCode the finding that is answered
    /// @param owner   the role that owns the control
    static Remedy of(ActionType action, Subject subject, AssessmentStatus status, String gapCode, String owner) {
        return new Remedy(
                text(action, subject, status, owner),
                ExpectedEvidence.of(action, subject, owner),
                AcceptanceCriteria.of(action, subject, gapCode, owner),
                firstStep(action, subject, owner));
    }

    private static String text(ActionType action, Subject subject, AssessmentStatus status, String owner) {
        var name = subject.answeredBy();
        var objective = subject.objective();
        return switch (action) {
            case POLICY_UPDATE ->
                ("Amend the policy that governs %s: the organization will %s. Name the responsible role and the "
                                + "interval of review, have it approved, and make it known to those it binds.")
                        .formatted(name, objective);
            case PROCEDURE_CREATION ->
                ("Write down and adopt a procedure for %s: the steps, roles, frequency and records by which the "
                                + "organization will %s.")
                        .formatted(name, objective);
            case TECHNICAL_IMPLEMENTATION ->
                "Put %s into operation on every system in scope, to %s.%s".formatted(name, objective, options(subject));
            case EVIDENCE_COLLECTION ->
                ("Locate or produce dated records that show %s at work: mechanisms exist to %s, as %s asks. Add them "
                                + "to the assessment's documents and run the evidence analysis again.")
                        .formatted(name, objective, subject.requirement());
            case GOVERNANCE_IMPROVEMENT ->
                ("Have the responsible body name one person accountable for %s, with a reporting line and a review "
                                + "at least once a year. Their mandate: to %s.")
                        .formatted(name, objective);
            case MONITORING_IMPROVEMENT ->
                ("Define measures with thresholds for %s, report them at least every quarter and act on deviations, "
                                + "so that it shows how well the organization manages to %s.")
                        .formatted(name, objective);
            case TRAINING ->
                "Train those who operate %s, so that the organization can %s; record who took part."
                        .formatted(name, objective);
            case THIRD_PARTY_ACTION ->
                ("Agree on %s in the provider's contract, with a right to evidence: the provider will %s. Obtain a "
                                + "current attestation that it does.")
                        .formatted(name, objective);
            case RISK_ACCEPTANCE ->
                ("Have the risk owner decide in writing, for a limited time, to accept what remains of the risk where "
                                + "%s is not met through %s.")
                        .formatted(subject.requirement(), name);
            case VALIDATION_REQUIRED -> validation(subject, status, owner);
            case OTHER ->
                "Agree with the %s on the step that closes what is open for %s under %s, and carry it out."
                        .formatted(owner, name, subject.requirement());
        };
    }

    private static String validation(Subject subject, AssessmentStatus status, String owner) {
        if (!status.applies()) {
            return ("Have the %s state why %s does not apply to the scope, or take it back into the statement of "
                            + "applicability as applicable.")
                    .formatted(owner, subject.requirement());
        }
        return ("Have the %s establish whether %s is at work, that is, whether the organization does %s. Read the cited "
                        + "passages, resolve what they leave open or contradict, and confirm or change the finding "
                        + "on %s.")
                .formatted(owner, subject.answeredBy(), subject.objective(), subject.requirement());
    }

    private static String options(Subject subject) {
        var control = subject.control();
        return control == null || control.options().isEmpty()
                ? ""
                : " Ways to comply that the catalog names: " + String.join("; ", control.options()) + ".";
    }

    private static String firstStep(ActionType action, Subject subject, String owner) {
        var name = subject.answeredBy();
        return switch (action) {
            case POLICY_UPDATE -> "Draft of the amended policy for " + name + " circulated";
            case PROCEDURE_CREATION -> "Draft procedure for " + name + " walked through with those who carry it out";
            case TECHNICAL_IMPLEMENTATION -> "Solution for " + name + " chosen and piloted on one system";
            case EVIDENCE_COLLECTION -> "Records for " + name + " located, or their absence confirmed by the " + owner;
            case GOVERNANCE_IMPROVEMENT -> "Proposal for who answers for " + name + " before the responsible body";
            case MONITORING_IMPROVEMENT -> "Measures and thresholds for " + name + " agreed";
            case TRAINING -> "Participants and content of the training on " + name + " settled";
            case THIRD_PARTY_ACTION -> "Provider asked for its position on " + name;
            case RISK_ACCEPTANCE -> "Risk statement for " + name + " before the risk owner";
            case VALIDATION_REQUIRED -> "Cited passages on " + name + " read by the " + owner;
            case OTHER -> "Next step for " + name + " agreed with the " + owner;
        };
    }
}
