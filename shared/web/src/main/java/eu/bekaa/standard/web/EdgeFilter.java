package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.web.Authenticator.Need;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;

/// What every request passes: credentials → caller → rate limit → permission, before its body is read; and what
/// every answer gets: the trace id, the envelope and the headers of the house.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class EdgeFilter implements Ordered {
    private static final String CALLER = "standard.caller";

    private final Authenticator authenticator;
    private final RateLimiter limiter;
    private final QueryValues queryValues;
    private final Envelope envelope;

    EdgeFilter(Authenticator authenticator, RateLimiter limiter, QueryValues queryValues, Envelope envelope) {
        this.authenticator = authenticator;
        this.limiter = limiter;
        this.queryValues = queryValues;
        this.envelope = envelope;
    }

    /// The caller whom the edge has admitted to this request.
    static Caller caller(HttpRequest<?> request) {
        return admitted(request)
                .orElseThrow(() -> new Refusal(ErrorCode.UNAUTHORIZED, "Sign in or send a machine key."));
    }

    /// The same, or empty for a request that was not admitted.
    static Optional<Caller> admitted(HttpRequest<?> request) {
        return request.getAttribute(CALLER, Caller.class);
    }

    /// Lets the rest of the request run as this caller.
    static void admit(HttpRequest<?> request, Caller caller) {
        request.setAttribute(CALLER, caller);
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void admit(HttpRequest<?> request) {
        var match = RouteAttributes.getRouteMatch(request).orElse(null);
        if (!(match instanceof MethodBasedRouteMatch<?, ?> route)
                || request.getMethod() == HttpMethod.OPTIONS
                || !isOurs(route)) {
            return;
        }
        if (route.getAnnotationMetadata().hasAnnotation(Open.class)) {
            admit(request, authenticator.nobody(request));
            return;
        }
        var need = route.getAnnotationMetadata().hasAnnotation(WithoutOrganization.class)
                ? Need.CREDENTIALS
                : Need.ORGANIZATION;
        var caller = authenticator
                .caller(request, need)
                .orElseThrow(() -> new Refusal(ErrorCode.UNAUTHORIZED, "Sign in or send a machine key."));
        admit(request, caller);
        limiter.admit(caller, request);
        caller.require(route.getAnnotationMetadata()
                .stringValue(Allowed.class)
                .orElseThrow(() -> new Refusal(ErrorCode.FORBIDDEN, "This route is closed.")));
        queryValues.check(route, request);
    }

    @ResponseFilter
    void finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var trace = Trace.of(request);
        response.header(Trace.HEADER, trace);
        response.header("X-Content-Type-Options", "nosniff");
        limiter.stamp(request, response);
        envelope.wrap(request, response, trace);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    /// Routes of the framework itself (API documents, assets) are public and need no annotation.
    private static boolean isOurs(MethodBasedRouteMatch<?, ?> route) {
        return route.getDeclaringType().getPackageName().startsWith("eu.bekaa.standard");
    }
}
