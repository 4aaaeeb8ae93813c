package eu.bekaa.standard.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer for API Gateway's HTTP APIs (payload format 2.0).
@Serdeable
@JsonInclude(Include.NON_NULL)
record GatewayAnswer(
        @JsonProperty("statusCode") int status,
        @JsonProperty("headers") @Nullable Map<String, String> headers,
        @JsonProperty("multiValueHeaders") @Nullable Map<String, List<String>> repeatedHeaders,
        @JsonProperty("cookies") @Nullable List<String> cookies,
        @JsonProperty("body") @Nullable String body,
        @JsonProperty("isBase64Encoded") boolean base64) {
    static GatewayAnswer of(APIGatewayV2HTTPResponse answer) {
        return new GatewayAnswer(
                answer.getStatusCode(),
                answer.getHeaders(),
                answer.getMultiValueHeaders(),
                answer.getCookies(),
                answer.getBody(),
                answer.getIsBase64Encoded());
    }
}
