package eu.bekaa.standard.web;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Outcome;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/// Counts requests in Postgres, so that every instance sees the same count (contract §1.4).
@Singleton
public class RateLimiter {
    private static final String STANDING = "standard.rate";
    private static final int WINDOW_SECONDS = 60;
    private static final String COUNT = """
            INSERT INTO rate_limit AS r (organization_id, actor_id, category, window_start, used)
            VALUES (?, ?, ?, ?, 1)
                ON CONFLICT (organization_id, actor_id, category) DO UPDATE
               SET used = CASE WHEN r.window_start = excluded.window_start THEN r.used + 1 ELSE 1 END,
                   window_start = excluded.window_start
            RETURNING used
            """;

    private final Transactions transactions;
    private final RateLimits limits;
    private final Audit audit;
    private final Clock clock;

    RateLimiter(Transactions transactions, RateLimits limits, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    private record Standing(int limit, int used, long resetSeconds) {
        int remaining() {
            return Math.max(0, limit - used);
        }
    }

    /// @throws Refusal `RATE_LIMIT_EXCEEDED` when the window's requests are used up; audited
    void admit(Caller caller, HttpRequest<?> request) {
        admit(caller, caller.actor().id(), limits.of(request.getPath()), request);
    }

    /// Counts an attempt to sign in, by whom it is for: 10 in 60 seconds.
    /// @throws Refusal `RATE_LIMIT_EXCEEDED`
    public void admitSignIn(Caller caller, String email, HttpRequest<?> request) {
        var whom = UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8));
        admit(caller, whom, new RateLimits.Category("sign_in", limits.signIn()), request);
    }

    private void admit(Caller caller, UUID actor, RateLimits.Category category, HttpRequest<?> request) {
        long now = clock.instant().getEpochSecond();
        long window = now - now % WINDOW_SECONDS;
        int used = transactions.writeAside(caller, () -> count(caller, actor, category.name(), window));
        request.setAttribute(STANDING, new Standing(category.limit(), used, window + WINDOW_SECONDS - now));
        if (used > category.limit()) {
            if (used == category.limit() + 1) {
                audit.recordAside(
                        caller,
                        AuditEvent.of("security.rate_limit_exceeded", null)
                                .with("category", category.name())
                                .outcome(Outcome.BLOCKED));
            }
            throw new Refusal(
                    ErrorCode.RATE_LIMIT_EXCEEDED,
                    "At most " + category.limit() + " requests a minute here; wait as long as Retry-After says.");
        }
    }

    private int count(Caller caller, UUID actor, String category, long window) {
        try (var upsert = transactions.connection().prepareStatement(COUNT)) {
            upsert.setObject(1, caller.org());
            upsert.setObject(2, actor);
            upsert.setString(3, category);
            upsert.setLong(4, window);
            try (var row = upsert.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The request could not be counted.", failure);
        }
    }

    /// Where the caller stands: the contract's headers and the draft standard's (draft-ietf-httpapi-ratelimit-headers).
    void stamp(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(STANDING, Standing.class).ifPresent(standing -> {
            response.header("X-RateLimit-Limit", String.valueOf(standing.limit()));
            response.header("X-RateLimit-Remaining", String.valueOf(standing.remaining()));
            response.header("X-RateLimit-Reset", String.valueOf(standing.resetSeconds()));
            response.header(
                    "RateLimit",
                    "limit=" + standing.limit() + ", remaining=" + standing.remaining() + ", reset="
                            + standing.resetSeconds());
            if (response.code() == ErrorCode.RATE_LIMIT_EXCEEDED.status()) {
                response.header("Retry-After", String.valueOf(standing.resetSeconds()));
            }
        });
    }
}
