package eu.bekaa.standard.web;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.authority.Role;
import eu.bekaa.standard.web.Authenticator.Need;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What every request passes: credentials → caller → rate limit → origin → permission, before its body is read.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class EdgeFilter implements Ordered {
    private static final String CALLER = "standard.caller";

    private final Authenticator authenticator;
    private final Strangers strangers;
    private final RateLimiter limiter;
    private final Origins origins;
    private final QueryValues queryValues;
    private final Audit audit;

    EdgeFilter(
            Authenticator authenticator,
            Strangers strangers,
            RateLimiter limiter,
            Origins origins,
            QueryValues queryValues,
            Audit audit) {
        this.authenticator = authenticator;
        this.strangers = strangers;
        this.limiter = limiter;
        this.origins = origins;
        this.queryValues = queryValues;
        this.audit = audit;
    }

    /// The caller whom the edge has admitted to this request.
    static Caller caller(HttpRequest<?> request) {
        return request.getAttribute(CALLER, Caller.class)
                .orElseThrow(() -> new Refusal(ErrorCode.UNAUTHORIZED, "Sign in or send a machine key."));
    }

    /// The admitted caller, or else the one whose credentials were recognised and refused.
    static Optional<Caller> known(HttpRequest<?> request) {
        return request.getAttribute(CALLER, Caller.class).or(() -> Authenticator.recognised(request));
    }

    /// Whether the credentials of the request belong to someone, admitted or not.
    static boolean isRecognised(HttpRequest<?> request) {
        return Authenticator.recognised(request).isPresent();
    }

    /// Lets the rest of the request run as this caller.
    static void admit(HttpRequest<?> request, Caller caller) {
        request.setAttribute(CALLER, caller);
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> admit(HttpRequest<?> request) {
        if (Origins.isPreflight(request)) {
            return origins.preflight(request);
        }
        if (request.getMethod() == HttpMethod.OPTIONS) {
            return null;
        }
        var match = RouteAttributes.getRouteMatch(request).orElse(null);
        if (match instanceof MethodBasedRouteMatch<?, ?> route && isOurs(route)) {
            admit(route, request);
            refusePacked(request);
        } else if (request.getPath().startsWith("/api/")) {
            limiter.glance(request, Need.CREDENTIALS);
            limiter.admit(whoever(request), request);
        }
        return null;
    }

    private void admit(MethodBasedRouteMatch<?, ?> route, HttpRequest<?> request) {
        if (route.getAnnotationMetadata().hasAnnotation(Open.class)) {
            admitAnyone(request);
            return;
        }
        var caller = identified(route, request);
        admit(request, caller);
        limiter.admit(caller, request);
        if (caller.actor() instanceof Actor.Person) {
            refuseForged(request);
        }
        var permission = route.getAnnotationMetadata()
                .stringValue(Allowed.class)
                .orElseThrow(() -> new Refusal(ErrorCode.FORBIDDEN, "This route is closed."));
        caller.require(permission);
        if (isPlatformAdministration(caller, permission, request)) {
            audit.recordAside(
                    caller,
                    AuditEvent.of("platform_admin.acted", null)
                            .with("permission", permission)
                            .with("method", request.getMethodName())
                            .with("path", request.getPath()));
        }
        queryValues.check(route, request);
    }

    /// What can be read by all (health, documents) is not counted; an attempt to get in is.
    private void admitAnyone(HttpRequest<?> request) {
        var nobody = strangers.of(request);
        admit(request, nobody);
        if (request.getMethod() != HttpMethod.GET && request.getMethod() != HttpMethod.HEAD) {
            limiter.admit(nobody, request);
            refuseForged(request);
        }
    }

    private Caller identified(MethodBasedRouteMatch<?, ?> route, HttpRequest<?> request) {
        var need = route.getAnnotationMetadata().hasAnnotation(WithoutOrganization.class)
                ? Need.CREDENTIALS
                : Need.ORGANIZATION;
        limiter.glance(request, need);
        try {
            return authenticator
                    .caller(request, need)
                    .orElseThrow(() -> new Refusal(ErrorCode.UNAUTHORIZED, "Sign in or send a machine key."));
        } catch (Refusal refused) {
            limiter.admit(Authenticator.recognised(request).orElseGet(() -> strangers.of(request)), request);
            throw refused;
        }
    }

    /// Whoever asks for an address that does not exist.
    private Caller whoever(HttpRequest<?> request) {
        try {
            return authenticator.caller(request, Need.CREDENTIALS).orElseGet(() -> strangers.of(request));
        } catch (Refusal unidentified) {
            return strangers.of(request);
        }
    }

    /// No door unpacks what it is sent, so that a small request stays small.
    private static void refusePacked(HttpRequest<?> request) {
        var reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        var encoding = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
        if (!reads
                && encoding != null
                && !encoding.isBlank()
                && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new Refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as it is, without Content-Encoding.");
        }
    }

    private void refuseForged(HttpRequest<?> request) {
        if (origins.isForged(request)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "A page of another site cannot act in this session.");
        }
    }

    /// Whether the flag of a platform administrator, and not a role, is what lets the request pass (contract §1.5).
    private static boolean isPlatformAdministration(Caller caller, String permission, HttpRequest<?> request) {
        return caller.actor() instanceof Actor.Person person
                && person.platformAdmin()
                && (Role.isPlatformAdministration(permission) || Authenticator.isWithoutRole(request));
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
