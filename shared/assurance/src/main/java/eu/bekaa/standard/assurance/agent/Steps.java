package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes the records of used tools.
@Singleton
final class Steps {
    private static final int LONGEST_NAME = 100;

    private final Fingerprint fingerprint;
    private final Ids ids;
    private final Clock clock;

    Steps(Fingerprint fingerprint, Ids ids, Clock clock) {
        this.fingerprint = fingerprint;
        this.ids = ids;
        this.clock = clock;
    }

    /// How the use of a tool ended.
    /// @param output what came out; null where nothing did
    /// @param error  why nothing did
    record Outcome(
            StepStatus status,
            @Nullable Object output,
            @Nullable String error) {
        static Outcome gave(Object output) {
            return new Outcome(StepStatus.COMPLETED, output, null);
        }

        static Outcome failed(Refusal refusal) {
            return new Outcome(StepStatus.FAILED, null, refusal.code().name());
        }

        static Outcome rejected() {
            return new Outcome(StepStatus.REJECTED, null, ErrorCode.TOOL_USE_BLOCKED.name());
        }
    }

    AgentStep step(AgentRun run, int ordinal, String tool, Map<String, ?> input, Outcome outcome, Instant began) {
        return new AgentStep(
                ids.next(),
                run.organizationId(),
                run.agentRunId(),
                ordinal,
                tool.length() <= LONGEST_NAME ? tool : tool.substring(0, LONGEST_NAME),
                outcome.status(),
                fingerprint.of(input),
                outcome.output() == null ? null : fingerprint.of(outcome.output()),
                outcome.error(),
                began,
                Math.max(0, Duration.between(began, now()).toMillis()));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// STD-120.
    static Refusal blocked(Agent agent, String tool) {
        var known = Tool.parse(tool).map(Tool::toString).orElse("a tool of that name");
        return new Refusal(ErrorCode.TOOL_USE_BLOCKED, agent + " may not use " + known + ".");
    }
}
