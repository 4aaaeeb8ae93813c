package eu.bekaa.standard.lambda;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A request as API Gateway's HTTP APIs put it to a function (payload format 2.0), as far as we read it.
/// @param cookies out of the headers: API Gateway sends them apart
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = true)
record GatewayEvent(
        @JsonProperty("rawQueryString") @Nullable String query,
        @JsonProperty("headers") @Nullable Map<String, String> headers,
        @JsonProperty("cookies") @Nullable List<String> cookies,
        @JsonProperty("requestContext") Context context,
        @JsonProperty("body") @Nullable String body,
        @JsonProperty("isBase64Encoded") boolean base64) {
    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Context(@JsonProperty("http") Http http) {}

    @Serdeable
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Http(
            @JsonProperty("method") String method,
            @JsonProperty("path") String path) {}

    /// The headers as the client sent them.
    Map<String, String> sent() {
        var sent = new HashMap<>(Objects.requireNonNullElse(headers, Map.of()));
        if (cookies != null && !cookies.isEmpty()) {
            sent.put("cookie", String.join("; ", cookies));
        }
        return sent;
    }
}
