package eu.bekaa.standard.platform.integration;

import static java.util.Objects.requireNonNullElse;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Makes integrations, changes them and moves them through their life. [ConnectionTest] tries them.
@Singleton
public class IntegrationService {
    private final IntegrationRows rows;
    private final StatusRows history;
    private final Steps steps;
    private final Settings settings;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    IntegrationService(
            IntegrationRows rows,
            StatusRows history,
            Steps steps,
            Settings settings,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.history = history;
        this.steps = steps;
        this.settings = settings;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @ReadOnly
    public List<IntegrationView> all(Caller caller) {
        return rows.all(caller.org()).stream().map(IntegrationView::of).toList();
    }

    /// @throws Refusal `INTEGRATION_NOT_FOUND`
    @ReadOnly
    public IntegrationView find(Caller caller, UUID id) {
        return IntegrationView.of(known(caller, id));
    }

    /// Every step of its life, oldest first.
    /// @throws Refusal `INTEGRATION_NOT_FOUND`
    @ReadOnly
    public List<StatusChange> history(Caller caller, UUID id) {
        known(caller, id);
        return history.history(caller.org(), id);
    }

    /// @throws Refusal `VALIDATION_ERROR` for settings, credentials, events or scopes that do not fit
    @Transactional
    public IntegrationView create(Caller caller, NewIntegration wanted) {
        var now = now();
        var id = ids.next();
        var sealed = settings.sealed(caller, id, wanted.authMethod(), wanted.credentials());
        var status = sealed == null ? IntegrationStatus.DRAFT : IntegrationStatus.CONFIGURED;
        var made = rows.save(new Integration(
                id,
                0,
                caller.org(),
                wanted.name().strip(),
                wanted.type(),
                wanted.provider().strip(),
                wanted.authMethod(),
                settings.checked(requireNonNullElse(wanted.config(), Map.of())),
                sealed,
                Settings.events(requireNonNullElse(wanted.supportedEvents(), List.of())),
                ConnectorScopes.checked(requireNonNullElse(wanted.scopes(), List.of())),
                status,
                null,
                caller.actor().id(),
                now,
                now,
                null));
        steps.made(caller, id, status, now);
        audit.record(caller, AuditEvent.of("integration.created", id).with("status", status));
        return IntegrationView.of(made);
    }

    /// Changes what is given. New credentials have to be tested before use, and so has a changed connection.
    /// @throws Refusal `INTEGRATION_NOT_FOUND`; `VALIDATION_ERROR`; `INVALID_STATE_TRANSITION` where it cannot be
    ///         enabled yet, or is revoked
    @Transactional
    public IntegrationView revise(Caller caller, UUID id, IntegrationRevision revision) {
        var before = locked(caller, id);
        if (before.status() == IntegrationStatus.REVOKED) {
            throw new Refusal(
                    ErrorCode.INVALID_STATE_TRANSITION, "A revoked integration is not changed; make a new one.");
        }
        var now = now();
        var method = requireNonNullElse(revision.authMethod(), before.authMethod());
        var fresh = settings.sealed(caller, id, method, revision.credentials());
        var revised = new Integration(
                id,
                before.rowVersion(),
                caller.org(),
                revision.name() == null ? before.name() : revision.name().strip(),
                requireNonNullElse(revision.type(), before.type()),
                revision.provider() == null
                        ? before.provider()
                        : revision.provider().strip(),
                method,
                revision.config() == null ? before.config() : settings.checked(revision.config()),
                fresh == null ? before.credentials() : fresh,
                revision.supportedEvents() == null
                        ? before.supportedEvents()
                        : Settings.events(revision.supportedEvents()),
                revision.scopes() == null ? before.scopes() : ConnectorScopes.checked(revision.scopes()),
                before.status(),
                before.statusReason(),
                before.createdBy(),
                before.createdAt(),
                now,
                null);
        audit.record(caller, AuditEvent.of("integration.updated", id).with("credentials_replaced", fresh != null));
        return IntegrationView.of(rows.update(steps.followed(caller, revised, revision, now)));
    }

    /// Ends it for good and erases its credentials.
    /// @throws Refusal `INTEGRATION_NOT_FOUND`; `INVALID_STATE_TRANSITION` when it is revoked already
    @Transactional
    public IntegrationView revoke(Caller caller, UUID id) {
        var integration = locked(caller, id);
        audit.record(caller, "integration.revoked", id);
        return IntegrationView.of(rows.update(
                steps.moved(caller, integration, IntegrationStatus.REVOKED, null, "It was revoked.", now())));
    }

    /// Takes it out of sight and erases its credentials; the history of its states stays.
    /// @throws Refusal `INTEGRATION_NOT_FOUND`
    @Transactional
    public void delete(Caller caller, UUID id) {
        rows.update(locked(caller, id).deleted(now()));
        audit.record(caller, "integration.deleted", id);
    }

    Integration known(Caller caller, UUID id) {
        return rows.find(caller.org(), id).orElseThrow(Refusal.notFound(ErrorCode.INTEGRATION_NOT_FOUND, id));
    }

    /// What a test found.
    /// @param problem null when the connection works
    @Transactional
    public IntegrationView tested(Caller caller, Integration tried, @Nullable String problem) {
        var integration = locked(caller, tried.integrationId());
        if (integration.rowVersion() != tried.rowVersion()) {
            throw new Refusal(ErrorCode.CONFLICT, "The integration was changed while it was tested; test it again.");
        }
        audit.record(
                caller,
                AuditEvent.of("integration.tested", integration.integrationId()).with("works", problem == null));
        var to = problem == null ? integration.status().tested() : IntegrationStatus.FAILED;
        var why = problem == null ? "The connection was tested." : problem;
        return IntegrationView.of(rows.update(steps.moved(caller, integration, to, problem, why, now())));
    }

    private Integration locked(Caller caller, UUID id) {
        return rows.locked(caller.org(), id).orElseThrow(Refusal.notFound(ErrorCode.INTEGRATION_NOT_FOUND, id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
