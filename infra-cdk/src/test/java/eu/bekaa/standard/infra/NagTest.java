package eu.bekaa.standard.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

class NagTest {
    @Test
    void theStacksPassTheAuditOfAwsSolutions() {
        var app = Synthesis.production().app;
        for (Stack stack : List.of(app.network, app.data, app.storage, app.functions, app.observability)) {
            assertThat(findings(stack)).as(stack.getStackName()).isEmpty();
        }
    }

    /// What the audit has against a stack.
    static List<String> findings(Stack stack) {
        var rule = Match.stringLikeRegexp("AwsSolutions-.*");
        var annotations = Annotations.fromStack(stack);
        var findings = new ArrayList<String>();
        annotations
                .findError("*", rule)
                .forEach(found ->
                        findings.add(found.getId() + ": " + found.getEntry().getData()));
        annotations
                .findWarning("*", rule)
                .forEach(found ->
                        findings.add(found.getId() + ": " + found.getEntry().getData()));
        return findings;
    }
}
