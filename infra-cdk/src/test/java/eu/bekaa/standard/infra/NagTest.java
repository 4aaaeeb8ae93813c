package eu.bekaa.standard.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

class NagTest {
    @Test
    void theStacksOfProductionPassTheAuditOfAwsSolutions() {
        passes(Synthesis.production().app);
    }

    @Test
    void soDoThoseOfATrial() {
        passes(Synthesis.trial().app);
    }

    private static void passes(StandardApp app) {
        var findings = Stream.of(app.network, app.data, app.storage, app.functions, app.observability)
                .flatMap(stack -> findings(stack).stream())
                .toList();
        assertThat(findings).isEmpty();
    }

    /// What the audit, and the CDK itself, have against a stack.
    static List<String> findings(Stack stack) {
        var anything = Match.anyValue();
        var annotations = Annotations.fromStack(stack);
        var findings = new ArrayList<String>();
        annotations
                .findError("*", anything)
                .forEach(found ->
                        findings.add(found.getId() + ": " + found.getEntry().getData()));
        annotations
                .findWarning("*", anything)
                .forEach(found ->
                        findings.add(found.getId() + ": " + found.getEntry().getData()));
        return findings;
    }
}
