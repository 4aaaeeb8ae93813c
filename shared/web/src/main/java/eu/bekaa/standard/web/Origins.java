package eu.bekaa.standard.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;

/// Browsers and the pages they show: which may read answers (CORS, contract §1.1), and whose requests may change
/// something with a cookie that the browser adds by itself (CSRF).
@Singleton
final class Origins {
    private static final String ALLOWED_HEADERS =
            "Content-Type, Authorization, X-Trace-Id, X-Tenant-Id, x-standard-tenant-id, Idempotency-Key, If-Match,"
                    + " If-None-Match";
    private static final String EXPOSED_HEADERS =
            "ETag, Link, Location, X-Trace-Id, Retry-After, Idempotent-Replayed, Content-Disposition,"
                    + " X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, RateLimit, RateLimit-Policy";
    private static final String ALLOWED_METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String PREFLIGHT_SECONDS = "600";
    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    private final CorsConfig config;

    Origins(CorsConfig config) {
        this.config = config;
    }

    /// A browser asking on a page's behalf what it may send.
    static boolean isPreflight(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.OPTIONS
                && request.getHeaders().contains(HttpHeaders.ORIGIN)
                && request.getHeaders().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /// The answer to a preflight: what may be sent, or, to a page that is not known, nothing.
    MutableHttpResponse<?> preflight(HttpRequest<?> request) {
        MutableHttpResponse<?> response = HttpResponse.status(HttpStatus.NO_CONTENT);
        if (isKnown(request)) {
            response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, ALLOWED_METHODS);
            response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS);
            response.header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, PREFLIGHT_SECONDS);
        }
        return response;
    }

    /// Lets a known page read the answer, refusals included.
    void stamp(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (isKnown(request)) {
            response.header(
                    HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
                    request.getHeaders().get(HttpHeaders.ORIGIN));
            response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
            response.header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS);
        }
    }

    /// Whether a request that changes something was made by a page of some other site, which may have no right to
    /// the cookie that came along. Programs other than browsers send neither header.
    boolean isForged(HttpRequest<?> request) {
        if (SAFE.contains(request.getMethod())) {
            return false;
        }
        var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (origin == null) {
            return "cross-site".equals(request.getHeaders().get("Sec-Fetch-Site"));
        }
        return !isKnown(request) && !isOwn(origin, request);
    }

    private boolean isKnown(HttpRequest<?> request) {
        var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        return origin != null && config.allowedOrigins().contains(origin);
    }

    /// A page that this server itself has shown, such as the documents of the API.
    private static boolean isOwn(String origin, HttpRequest<?> request) {
        var host = request.getHeaders().get(HttpHeaders.HOST);
        return host != null
                && origin.matches("https?://.+")
                && authority(origin.substring(origin.indexOf("://") + 3)).equals(authority(host));
    }

    private static String authority(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
    }
}
