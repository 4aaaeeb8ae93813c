package eu.bekaa.standard.web;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Outcome;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Remembers who was refused what: every denial (STD-7), and attempts on another organization's resource (STD-2).
/// Whether a missing id exists elsewhere is asked for every id alike, so that timing tells nothing.
@Singleton
final class Denials {
    private static final int FORBIDDEN = 403;

    private final Audit audit;
    private final Transactions transactions;

    Denials(Audit audit, Transactions transactions) {
        this.audit = audit;
        this.transactions = transactions;
    }

    /// @param caller who was refused, in the organization whose auditor is to know
    void remember(Caller caller, HttpRequest<?> request, Refusal refusal) {
        var permission = refusal.permission();
        if (permission != null) {
            record(caller, request, refusal, "security.permission_denied", null);
            if (permission.endsWith(":approve") || permission.equals("approval:decide")) {
                record(caller, request, refusal, "security.approval_permission_denied", null);
            }
        } else if (refusal.code().status() == FORBIDDEN) {
            record(caller, request, refusal, "security.access_denied", null);
        } else if (refusal.code() == ErrorCode.UNAUTHORIZED && EdgeFilter.isRecognised(request)) {
            record(caller, request, refusal, "security.credentials_refused", null);
        }
        var missing = refusal.missing();
        if (missing != null && transactions.read(caller, () -> existsElsewhere(missing))) {
            record(caller, request, refusal, "security.cross_tenant_access_blocked", missing);
        }
    }

    private void record(
            Caller caller, HttpRequest<?> request, Refusal refusal, String action, @Nullable UUID resource) {
        audit.recordAside(
                caller,
                AuditEvent.of(action, resource)
                        .with("code", refusal.code())
                        .with("permission", refusal.permission())
                        .with("method", request.getMethodName())
                        .with("path", request.getPath())
                        .outcome(resource == null ? Outcome.DENIED : Outcome.BLOCKED));
    }

    private boolean existsElsewhere(UUID id) {
        try (var select = transactions.connection().prepareStatement("SELECT exists_elsewhere(?)")) {
            select.setObject(1, id);
            try (var row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Whether the resource exists elsewhere could not be told.", failure);
        }
    }
}
