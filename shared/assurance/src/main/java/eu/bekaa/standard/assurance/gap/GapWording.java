package eu.bekaa.standard.assurance.gap;

import eu.bekaa.standard.assurance.evidence.EvidenceStrength;
import org.jspecify.annotations.Nullable;

/// What a drafted finding says in words. Every sentence names its requirement and control in the catalog's words; none
/// says more than the evidence does.
/// @param summary        the finding in a sentence or two
/// @param rationale      what it rests on
/// @param recommendation what to do next
record GapWording(String summary, String rationale, String recommendation) {
    /// @param justification why the item does not apply, where it does not
    /// @param evidence      what the evidence analysis found, in its own words
    static GapWording of(
            Derivation derivation,
            Subject subject,
            EvidenceStrength strength,
            @Nullable String justification,
            String evidence) {
        var requirement = subject.requirement();
        var name = subject.answeredBy();
        return switch (derivation.status()) {
            case MET ->
                new GapWording(
                        "%s is met: strong evidence bears on %s.".formatted(requirement, name),
                        evidence,
                        "Keep the cited records current and replace them when they are more than a year old.");
            case PARTIALLY_MET ->
                new GapWording(
                        "%s is partly met: the documents bear on %s, but do not show all of what it takes to %s."
                                .formatted(requirement, name, subject.objective()),
                        evidence,
                        ("Complete the documentation of %s where the cited passages leave open how the "
                                        + "organization will %s.")
                                .formatted(name, subject.objective()));
            case NOT_EVIDENCED ->
                new GapWording(
                        ("No passage in the assessment's documents shows whether %s is met: nothing was found on how "
                                        + "the organization will %s (%s). This limits the analysis; it does not say "
                                        + "that the control is missing.")
                                .formatted(requirement, subject.objective(), name),
                        evidence,
                        "Add records that show %s in operation%s, then run the evidence analysis again."
                                .formatted(name, requests(subject)));
            case REQUIRES_VALIDATION -> validation(subject, strength, evidence);
            case NOT_MET -> throw new IllegalStateException("No evidence makes a requirement not met (STD-71).");
            case NOT_APPLICABLE_JUSTIFIED ->
                new GapWording(
                        "%s does not apply (%s).".formatted(requirement, name),
                        "The statement of applicability says why: " + justification,
                        "Confirm at the next review that the reason still holds.");
            case NOT_APPLICABLE_NOT_JUSTIFIED ->
                new GapWording(
                        "%s is marked as not applicable (%s), without a reason.".formatted(requirement, name),
                        "The statement of applicability gives no rationale for leaving it out.",
                        "State why %s does not apply to the scope, or treat it as applicable.".formatted(requirement));
        };
    }

    private static GapWording validation(Subject subject, EvidenceStrength strength, String evidence) {
        var requirement = subject.requirement();
        var name = subject.answeredBy();
        return switch (strength) {
            case CONFLICTING ->
                new GapWording(
                        ("The documents contradict each other, state an exception or deny part of %s: whether %s "
                                        + "is met needs a person's answer.")
                                .formatted(name, requirement),
                        evidence,
                        "Have the owner of %s settle which statement holds, and put it in writing.".formatted(name));
            case STRONG, PARTIAL, WEAK, ABSENT ->
                subject.control() == null
                        ? new GapWording(
                                ("The documents bear on %s, but no official SCF mapping leads to a control that "
                                                + "would answer it.")
                                        .formatted(requirement),
                                evidence,
                                "Decide with the framework's owner how %s is answered.".formatted(requirement))
                        : new GapWording(
                                "What was found on %s is too weak to say whether %s is met."
                                        .formatted(name, requirement),
                                evidence,
                                "Name or collect a record that shows how the organization will %s%s."
                                        .formatted(subject.objective(), requests(subject)));
        };
    }

    private static String requests(Subject subject) {
        var control = subject.control();
        if (control == null || control.requests().isEmpty()) {
            return "";
        }
        var first = control.requests().stream().limit(4).toList();
        return " (SCF evidence requests: " + String.join("; ", first) + ")";
    }
}
