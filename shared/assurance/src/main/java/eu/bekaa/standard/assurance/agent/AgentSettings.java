package eu.bekaa.standard.assurance.agent;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// What agents may use up, per run and per organization and day (UTC), and how patient they are with a model.
/// @param externalSeconds how long an outside driver may take for a run
/// @param callTimeout     for one answer of the model
/// @param backoff         before a first repetition; doubled for each further one
/// @param answerTokens    the most that one answer may have
@ConfigurationProperties("standard.agents")
public record AgentSettings(
        @Bindable(defaultValue = "60000") long tokensPerRun,
        @Bindable(defaultValue = "300") int secondsPerRun,
        @Bindable(defaultValue = "2000000") long tokensPerDay,
        @Bindable(defaultValue = "14400") int secondsPerDay,
        @Bindable(defaultValue = "3600") int externalSeconds,
        @Bindable(defaultValue = "60s") Duration callTimeout,
        @Bindable(defaultValue = "500ms") Duration backoff,
        @Bindable(defaultValue = "2048") int answerTokens) {
    public AgentSettings {
        if (tokensPerRun < 0 || tokensPerDay < 0) {
            throw new IllegalArgumentException("A budget of tokens is 0 or more.");
        }
        if (secondsPerRun < 1 || secondsPerDay < 1 || externalSeconds < 1 || answerTokens < 1) {
            throw new IllegalArgumentException("A budget of seconds, and an answer, is 1 or more.");
        }
        if (!callTimeout.isPositive() || backoff.isNegative()) {
            throw new IllegalArgumentException("Waiting takes a positive time.");
        }
    }

    int secondsFor(Driver driver) {
        return switch (driver) {
            case PLATFORM -> secondsPerRun;
            case EXTERNAL -> externalSeconds;
        };
    }
}
