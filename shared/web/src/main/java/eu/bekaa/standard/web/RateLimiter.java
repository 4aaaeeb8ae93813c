package eu.bekaa.standard.web;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Outcome;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.web.Authenticator.Need;
import eu.bekaa.standard.web.RateLimits.Category;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/// Counts requests in Postgres, so that every instance sees the same count (contract §1.4). What is known to be used up
/// is refused from memory until its window ends, by the counter and, before anyone is looked up, by the credentials:
/// who asks too much costs the others no row and no connection.
@Singleton
public class RateLimiter {
    private static final String STANDING = "standard.rate";
    private static final String SENDER = "standard.rate.sender";
    private static final int WINDOW_SECONDS = 60;
    private static final String COUNT = "SELECT used, window_start FROM count_request(?, ?, ?, ?)";

    private final Transactions transactions;
    private final RateLimits limits;
    private final Audit audit;
    private final Clock clock;
    private final UsedUp<Counter> counters = new UsedUp<>();
    private final UsedUp<Sender> senders = new UsedUp<>();

    RateLimiter(Transactions transactions, RateLimits limits, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /// Whose requests are counted, and of what kind.
    record Counter(UUID organization, UUID actor, String category) {}

    /// What a request shows of whose it is and how it is counted.
    private record Sender(String credentials, Need need, String category) {}

    private record Count(int used, long window) {}

    private record Standing(Category category, int used, long resetSeconds) {
        int remaining() {
            return Math.max(0, category.limit() - used);
        }
    }

    /// Lets a request pass to where its sender is looked up, unless the same credentials have been refused in this
    /// window: then the answer is the same, and they need not be valid any more.
    /// @throws Refusal `RATE_LIMIT_EXCEEDED`
    void glance(HttpRequest<?> request, Need need) {
        var credentials = Credentials.digest(request);
        if (credentials != null) {
            var category = limits.of(request.getPath());
            var sender = new Sender(credentials, need, category.name());
            request.setAttribute(SENDER, sender);
            refuseUntil(senders.until(sender), category, request);
        }
    }

    /// Counts a request by its actor, or by the client's address where nobody is known.
    /// @throws Refusal `RATE_LIMIT_EXCEEDED` when the window's requests are used up; audited
    void admit(Caller caller, HttpRequest<?> request) {
        var actor = caller.actor() instanceof Actor.Worker
                ? named("address " + caller.ipAddress())
                : caller.actor().id();
        admit(caller, actor, limits.of(request.getPath()), request);
    }

    /// Counts an attempt to sign in, by the account that it is for.
    /// @param account an address or whatever else names the account
    /// @throws Refusal `RATE_LIMIT_EXCEEDED`
    public void admitSignIn(Caller caller, String account, HttpRequest<?> request) {
        admit(caller, named(account), new Category("sign_in", limits.signIn()), request);
    }

    private void admit(Caller caller, UUID actor, Category category, HttpRequest<?> request) {
        long now = now();
        var counter = new Counter(caller.org(), actor, category.name());
        long known = counters.until(counter);
        if (known > now) {
            rememberSender(request, known, now);
        }
        refuseUntil(known, category, request);
        var count = transactions.call(database -> count(database, counter, now - now % WINDOW_SECONDS));
        long end = count.window() + WINDOW_SECONDS;
        request.setAttribute(STANDING, new Standing(category, count.used(), Math.max(1, end - now)));
        if (count.used() > category.limit()) {
            counters.remember(counter, end, now);
            rememberSender(request, end, now);
            if (count.used() == category.limit() + 1) {
                audit.recordAside(
                        caller,
                        AuditEvent.of("security.rate_limit_exceeded", null)
                                .with("category", category.name())
                                .outcome(Outcome.BLOCKED));
            }
            throw refusal(category);
        }
    }

    private void refuseUntil(long end, Category category, HttpRequest<?> request) {
        long now = now();
        if (end > now) {
            request.setAttribute(STANDING, new Standing(category, category.limit(), end - now));
            throw refusal(category);
        }
    }

    private void rememberSender(HttpRequest<?> request, long end, long now) {
        request.getAttribute(SENDER, Sender.class).ifPresent(sender -> senders.remember(sender, end, now));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static Refusal refusal(Category category) {
        return new Refusal(
                ErrorCode.RATE_LIMIT_EXCEEDED,
                "At most " + category.limit() + " requests a minute here; wait as long as Retry-After says.");
    }

    private static Count count(Connection database, Counter counter, long window) {
        try (var upsert = database.prepareStatement(COUNT)) {
            upsert.setObject(1, counter.organization());
            upsert.setObject(2, counter.actor());
            upsert.setString(3, counter.category());
            upsert.setLong(4, window);
            try (var row = upsert.executeQuery()) {
                row.next();
                return new Count(row.getInt(1), row.getLong(2));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The request could not be counted.", failure);
        }
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /// Where the caller stands: the contract's headers and the draft standard's
    /// (draft-ietf-httpapi-ratelimit-headers). What is not counted (health, documents of the API) shows its
    /// window unused.
    void stamp(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var standing = request.getAttribute(STANDING, Standing.class)
                .orElseGet(() -> new Standing(limits.of(request.getPath()), 0, WINDOW_SECONDS));
        var category = standing.category();
        var reset = String.valueOf(standing.resetSeconds());
        response.header("X-RateLimit-Limit", String.valueOf(category.limit()));
        response.header("X-RateLimit-Remaining", String.valueOf(standing.remaining()));
        response.header("X-RateLimit-Reset", reset);
        response.header(
                "RateLimit-Policy", '"' + category.name() + "\";q=" + category.limit() + ";w=" + WINDOW_SECONDS);
        response.header("RateLimit", '"' + category.name() + "\";r=" + standing.remaining() + ";t=" + reset);
        if (response.code() == ErrorCode.RATE_LIMIT_EXCEEDED.status()) {
            response.header("Retry-After", reset);
        }
    }
}
