package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import io.micronaut.http.HttpRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whoever sends a request, before any credentials are looked at.
final class Stranger {
    private static final int LONGEST_AGENT = 300;

    private Stranger() {}

    /// Nobody, with no permission, outside every organization: the caller of an open route.
    static Caller of(HttpRequest<?> request) {
        return new Caller(
                Caller.PLATFORM,
                new Actor.Worker(Caller.PLATFORM, "edge"),
                Set.of(),
                Trace.of(request),
                address(request),
                agent(request));
    }

    private static String address(HttpRequest<?> request) {
        var remote = request.getRemoteAddress();
        return remote.getAddress() == null
                ? remote.getHostString()
                : remote.getAddress().getHostAddress();
    }

    private static @Nullable String agent(HttpRequest<?> request) {
        var agent = request.getHeaders().get("User-Agent");
        return agent == null ? null : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT));
    }
}
