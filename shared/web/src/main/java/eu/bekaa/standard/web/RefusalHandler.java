package eu.bekaa.standard.web;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Outcome;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;

/// Answers refusals, and records those that an auditor asks about: denials (STD-7) and attempts on another
/// organization's resource (STD-2). Whether a missing id exists elsewhere is asked for every id alike, so that timing
/// tells nothing.
@Singleton
final class RefusalHandler implements ExceptionHandler<Refusal, HttpResponse<?>> {
    private final ErrorAnswers answers;
    private final Audit audit;
    private final Transactions transactions;

    RefusalHandler(ErrorAnswers answers, Audit audit, Transactions transactions) {
        this.answers = answers;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Override
    public HttpResponse<?> handle(HttpRequest request, Refusal refusal) {
        EdgeFilter.admitted(request).ifPresent(caller -> remember(caller, request, refusal));
        return answers.answer((HttpRequest<?>) request, refusal);
    }

    private void remember(Caller caller, HttpRequest<?> request, Refusal refusal) {
        var permission = refusal.permission();
        if (permission != null) {
            var bypass = permission.endsWith(":approve") || permission.equals("approval:decide");
            audit.recordAside(
                    caller,
                    AuditEvent.of(bypass ? "security.approval_permission_denied" : "security.permission_denied", null)
                            .with("permission", permission)
                            .with("path", request.getPath())
                            .outcome(Outcome.DENIED));
        }
        var missing = refusal.missing();
        if (missing != null && transactions.read(caller, () -> existsElsewhere(missing))) {
            audit.recordAside(
                    caller,
                    AuditEvent.of("security.cross_tenant_access_blocked", missing)
                            .with("path", request.getPath())
                            .outcome(Outcome.BLOCKED));
        }
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
