package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.assurance.gap.Subject;
import java.util.ArrayList;
import java.util.List;

/// The records that show an item's work: those the catalog requests for the control, then those such work leaves
/// behind.
final class ExpectedEvidence {
    /// More than this and nobody reads the list; the catalog's longest has 20.
    private static final int MOST_REQUESTS = 6;

    private ExpectedEvidence() {}

    static List<String> of(ActionType action, Subject subject, String owner) {
        var evidence = new ArrayList<String>();
        var control = subject.control();
        if (control != null) {
            control.requests().stream()
                    .limit(MOST_REQUESTS)
                    .map(request -> request + " (SCF evidence request for " + control.code() + ")")
                    .forEach(evidence::add);
        }
        evidence.addAll(left(action, subject, owner));
        return evidence;
    }

    private static List<String> left(ActionType action, Subject subject, String owner) {
        var name = subject.code();
        return switch (action) {
            case POLICY_UPDATE ->
                List.of(
                        "The policy covering " + name + ", with version, owner and date of approval",
                        "The notice by which it was made known, with date and recipients");
            case PROCEDURE_CREATION ->
                List.of(
                        "The procedure for " + name + ", with version, owner and date of approval",
                        "Records of two completed runs (tickets, forms or minutes)");
            case TECHNICAL_IMPLEMENTATION ->
                List.of(
                        "Configuration export or dated screenshot that shows " + name + " in operation",
                        "Change record of the roll-out with the systems covered",
                        "Result of the test that it works as intended");
            case EVIDENCE_COLLECTION ->
                List.of(
                        "Two dated records from the last 12 months that show " + name + " in operation",
                        "The document that prescribes it (policy, standard or procedure) with its version");
            case GOVERNANCE_IMPROVEMENT ->
                List.of(
                        "Minutes or decision naming the person accountable for " + name,
                        "Role description with mandate and reporting line");
            case MONITORING_IMPROVEMENT ->
                List.of(
                        "Definition of the measures for " + name + " with thresholds and sources",
                        "Two consecutive reports, with the actions taken on deviations");
            case TRAINING -> List.of("Training material on " + name, "List of participants with dates and results");
            case THIRD_PARTY_ACTION ->
                List.of(
                        "Signed contract clause or amendment covering " + name,
                        "The provider's attestation or audit report, not older than 12 months");
            case RISK_ACCEPTANCE ->
                List.of("Risk acceptance for " + subject.requirement() + ", signed by the risk owner, with its end");
            case VALIDATION_REQUIRED ->
                List.of(
                        "Dated statement of the " + owner + " on " + subject.requirement() + " and " + name,
                        "The records the statement relies on");
            case OTHER -> List.of("Dated record of what was agreed and done for " + name);
        };
    }
}
