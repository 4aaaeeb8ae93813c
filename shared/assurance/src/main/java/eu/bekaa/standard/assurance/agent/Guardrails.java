package eu.bekaa.standard.assurance.agent;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an output must have, and must not claim, to be taken at all (STD-121).
final class Guardrails {
    private static final int MOST = 200;
    private static final int LONGEST = 4_000;

    private Guardrails() {}

    /// What is wrong with an output; nothing where it may pass.
    static List<String> violations(AgentOutput output) {
        var wrong = new ArrayList<String>();
        if (output.summary() == null || output.summary().isBlank()) {
            wrong.add("summary is missing.");
        } else if (output.summary().length() > LONGEST) {
            wrong.add("summary is longer than " + LONGEST + " characters.");
        }
        texts("assumptions", output.assumptions(), wrong);
        texts("limitations", output.limitations(), wrong);
        var sources = output.sources();
        if (sources == null || sources.isEmpty()) {
            wrong.add("sources are missing.");
        } else if (sources.size() > MOST) {
            wrong.add("sources are more than " + MOST + ".");
        }
        var confidence = output.confidenceScore();
        if (confidence == null) {
            wrong.add("confidence_score is missing.");
        } else if (!(confidence >= 0 && confidence <= 1)) {
            wrong.add("confidence_score does not lie between 0 and 1.");
        }
        if (Boolean.TRUE.equals(output.writesFinalFinding())) {
            wrong.add("writes_final_finding is true: only a person decides about findings.");
        }
        if (Boolean.TRUE.equals(output.createsOfficialMapping())) {
            wrong.add("creates_official_mapping is true: only an import creates official mappings.");
        }
        return wrong;
    }

    /// The confidence of an output that has passed.
    static double confidence(AgentOutput output) {
        var confidence = output.confidenceScore();
        if (confidence == null) {
            throw new IllegalStateException("An output without confidence has passed the guardrails.");
        }
        return confidence;
    }

    private static void texts(String name, @Nullable List<String> texts, List<String> wrong) {
        if (texts == null || texts.isEmpty()) {
            wrong.add(name + " are missing.");
        } else if (texts.size() > MOST) {
            wrong.add(name + " are more than " + MOST + ".");
        } else if (texts.stream().anyMatch(text -> text == null || text.isBlank() || text.length() > LONGEST)) {
            wrong.add(name + " hold an empty text, or one longer than " + LONGEST + " characters.");
        }
    }
}
