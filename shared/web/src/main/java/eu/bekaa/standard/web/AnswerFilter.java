package eu.bekaa.standard.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/// What every answer gets, refusals at the edge included: the trace id, the envelope and the headers of the house.
/// Around [EdgeFilter], since a filter that refuses does not see the refusal's answer itself.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AnswerFilter implements Ordered {
    private final RateLimiter limiter;
    private final Origins origins;
    private final Envelope envelope;

    AnswerFilter(RateLimiter limiter, Origins origins, Envelope envelope) {
        this.limiter = limiter;
        this.origins = origins;
        this.envelope = envelope;
    }

    @ResponseFilter
    void finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var trace = Trace.of(request);
        // set, not added: what the framework refuses by itself bears them already
        response.getHeaders().set(Trace.HEADER, trace);
        response.getHeaders().set("X-Content-Type-Options", "nosniff");
        origins.stamp(request, response);
        if (!Origins.isPreflight(request)) {
            limiter.stamp(request, response);
        }
        envelope.wrap(request, response, trace);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 50;
    }
}
