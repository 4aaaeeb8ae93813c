package eu.bekaa.standard.assurance.agent;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/// What a check of an agent's found.
@Serdeable
record ValidationNote(String subject, boolean valid, List<String> findings) {
    ValidationNote {
        findings = List.copyOf(findings);
    }

    Map<String, Object> plain() {
        return Map.of("subject", subject, "valid", valid, "findings", findings);
    }
}
