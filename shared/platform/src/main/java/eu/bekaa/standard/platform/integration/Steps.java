package eu.bekaa.standard.platform.integration;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Moves integrations through their life and remembers each step.
@Singleton
class Steps {
    private final StatusRows history;
    private final Ids ids;

    Steps(StatusRows history, Ids ids) {
        this.history = history;
        this.ids = ids;
    }

    /// The first step of its life.
    void made(Caller caller, UUID id, IntegrationStatus status, Instant now) {
        remember(caller, id, null, status, "It was made.", now);
    }

    /// Where a revision leads: what changed has to be tested anew, and use is switched on and off.
    /// @throws Refusal `INVALID_STATE_TRANSITION`
    Integration followed(Caller caller, Integration revised, IntegrationRevision revision, Instant now) {
        var integration = revised;
        if (revision.credentials() != null) {
            var to = integration.status() == IntegrationStatus.DRAFT
                    ? IntegrationStatus.CONFIGURED
                    : IntegrationStatus.ROTATING_CREDENTIALS;
            integration = moved(caller, integration, to, null, "Its credentials were replaced.", now);
        } else if (revision.changesConnection() && integration.status() != IntegrationStatus.DRAFT) {
            integration =
                    moved(caller, integration, IntegrationStatus.CONFIGURED, null, "Its settings were changed.", now);
        }
        if (Boolean.TRUE.equals(revision.enabled())) {
            return moved(caller, integration, IntegrationStatus.ENABLED, null, "It was enabled.", now);
        }
        return Boolean.FALSE.equals(revision.enabled()) && integration.status() == IntegrationStatus.ENABLED
                ? moved(caller, integration, IntegrationStatus.DISABLED, null, "It was disabled.", now)
                : integration;
    }

    /// Staying where it is, is no step.
    /// @throws Refusal `INVALID_STATE_TRANSITION`
    Integration moved(
            Caller caller,
            Integration integration,
            IntegrationStatus to,
            @Nullable String problem,
            String why,
            Instant now) {
        var from = integration.status();
        if (from != to) {
            if (!from.next().contains(to)) {
                throw new Refusal(
                        ErrorCode.INVALID_STATE_TRANSITION,
                        "An integration does not go from " + from + " to " + to + ".");
            }
            remember(caller, integration.integrationId(), from, to, why, now);
        } else if (to == IntegrationStatus.REVOKED) {
            throw new Refusal(ErrorCode.INVALID_STATE_TRANSITION, "The integration is revoked already.");
        }
        return integration.standing(to, problem, now);
    }

    private void remember(
            Caller caller, UUID id, @Nullable IntegrationStatus from, IntegrationStatus to, String why, Instant now) {
        history.save(new StatusChange(
                ids.next(), caller.org(), id, from, to, why, caller.actor().id(), now));
    }
}
