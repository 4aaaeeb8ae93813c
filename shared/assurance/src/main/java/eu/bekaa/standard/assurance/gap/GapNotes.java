package eu.bekaa.standard.assurance.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a drafted version has to say beside its findings: on what it does not rest, and what it takes for granted.
final class GapNotes {
    private static final List<String> ASSUMPTIONS = List.of(
            "Harm counts as unlikely (3 of 6) where nobody has estimated how probable it is.",
            "Residual risk counts the maturity that status and evidence indicate; a control without a weight in the "
                    + "catalog mitigates nothing.");

    private GapNotes() {}

    static Map<String, Object> of(List<GapFinding> findings) {
        var limitations = new ArrayList<String>();
        limitations.add("Findings are derived by rule from passages found in the assessment's documents; whatever the "
                + "documents do not say is not known.");
        var unseen = count(findings, AssessmentStatus.NOT_EVIDENCED);
        if (unseen > 0) {
            limitations.add(
                    "%d of %d findings are not evidenced: nothing was found, which proves no control to be missing."
                            .formatted(unseen, findings.size()));
        }
        var unmapped = findings.stream()
                .filter(finding -> finding.scfControlId() == null)
                .count();
        if (unmapped > 0) {
            limitations.add("%d of %d findings concern a requirement without an official SCF mapping."
                    .formatted(unmapped, findings.size()));
        }
        return Map.of("limitations", List.copyOf(limitations), "assumptions", ASSUMPTIONS);
    }

    private static long count(List<GapFinding> findings, AssessmentStatus status) {
        return findings.stream()
                .filter(finding -> finding.assessmentStatus() == status)
                .count();
    }
}
