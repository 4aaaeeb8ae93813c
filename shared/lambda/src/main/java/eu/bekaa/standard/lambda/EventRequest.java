package eu.bekaa.standard.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.util.StringUtils;
import io.micronaut.function.aws.proxy.ApiGatewayServletRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpParameters;
import io.micronaut.servlet.http.BodyBuilder;
import io.micronaut.servlet.http.ServletHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An event of the HTTP API as a request. API Gateway joins the values of a repeated parameter by commas, and the
/// framework's own request cuts every value at its commas; the query as it was sent tells one from the other.
final class EventRequest<B> extends ApiGatewayServletRequest<B, GatewayEvent, APIGatewayV2HTTPResponse> {
    private static final Logger LOG = LoggerFactory.getLogger(EventRequest.class);

    private static final byte[] NOTHING = "null".getBytes(StandardCharsets.US_ASCII);

    private final ServletHttpResponse<APIGatewayV2HTTPResponse, ?> response;
    private final RawQuery query;

    EventRequest(
            GatewayEvent event,
            ServletHttpResponse<APIGatewayV2HTTPResponse, ?> response,
            ConversionService conversion,
            BodyBuilder bodies) {
        this(event, RawQuery.of(event.query()), response, conversion, bodies);
    }

    private EventRequest(
            GatewayEvent event,
            RawQuery query,
            ServletHttpResponse<APIGatewayV2HTTPResponse, ?> response,
            ConversionService conversion,
            BodyBuilder bodies) {
        super(
                conversion,
                event,
                buildUri(event.context().http().path(), Map.of(), query.values()),
                parseMethod(() -> event.context().http().method()),
                LOG,
                bodies);
        this.query = query;
        this.response = response;
    }

    @Override
    public byte[] getBodyBytes() throws EmptyBodyException {
        return getBodyBytes(requestEvent::body, requestEvent::base64);
    }

    /// An absent body reads as JSON's null: the framework would refuse it where it may be left out.
    @Override
    public InputStream getInputStream() throws IOException {
        return StringUtils.isEmpty(requestEvent.body()) ? new ByteArrayInputStream(NOTHING) : super.getInputStream();
    }

    @Override
    public MutableHttpHeaders getHeaders() {
        return getHeaders(requestEvent::sent, Map::of);
    }

    @Override
    public MutableHttpParameters getParameters() {
        return getParameters(Map::of, query::values);
    }

    @Override
    public ServletHttpResponse<APIGatewayV2HTTPResponse, ?> getResponse() {
        return response;
    }
}
