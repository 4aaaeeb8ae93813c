package eu.bekaa.standard.assurance.maturity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a maturity assessment has to say beside its scores.
final class MaturityNotes {
    /// Of every draft.
    static final Map<String, Object> METADATA = Map.of(
            "limitations",
            List.of(
                    "Scores are derived by rule from gap findings and the passages they cite; nobody was interviewed.",
                    "Requirements without an official SCF mapping have no control to score."),
            "assumptions",
            List.of(
                    "A control is as mature as the least mature of its applicable findings.",
                    "Controls that do not apply are at level 0 and left out of averages."));

    private MaturityNotes() {}

    /// What a reviewer finds beside the version that was submitted.
    static Map<String, Object> of(List<MaturityScore> scores, @Nullable String exceptionRationale) {
        var notes = new HashMap<String, Object>();
        notes.put("review_warnings", MaturityRules.warnings(scores));
        if (exceptionRationale != null && !exceptionRationale.isBlank()) {
            notes.put("exception_rationale", exceptionRationale);
        }
        return notes;
    }
}
