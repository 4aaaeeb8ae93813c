package eu.bekaa.standard.lambdaruntime;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An HTTP request as API Gateway's HTTP APIs put it to a function (payload format 2.0).
final class HttpEvent {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final Pattern TEXT = Pattern.compile("(text/.*|application/(json|xml|javascript)|.*\\+json)(;.*)?");

    private HttpEvent() {}

    static Map<String, Object> of(HttpExchange exchange, String routeKey) throws IOException {
        var uri = exchange.getRequestURI();
        var headers = exchange.getRequestHeaders();
        var body = exchange.getRequestBody().readAllBytes();
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "2.0");
        event.put("routeKey", routeKey);
        event.put("rawPath", uri.getPath());
        event.put("rawQueryString", Objects.requireNonNullElse(uri.getRawQuery(), ""));
        var cookies = headers.getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(";\\s*")))
                .toList();
        if (!cookies.isEmpty()) {
            event.put("cookies", cookies);
        }
        event.put("headers", headers(exchange));
        if (uri.getRawQuery() != null) {
            event.put("queryStringParameters", parameters(uri.getRawQuery()));
        }
        event.put("requestContext", context(exchange, routeKey));
        if (body.length > 0) {
            var text = isText(headers.getFirst("Content-Type"));
            event.put(
                    "body",
                    text
                            ? new String(body, StandardCharsets.UTF_8)
                            : Base64.getEncoder().encodeToString(body));
            event.put("isBase64Encoded", !text);
        } else {
            event.put("isBase64Encoded", false);
        }
        return event;
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Headers sent = exchange.getRequestHeaders();
        var headers = new LinkedHashMap<String, String>();
        sent.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        headers.remove("cookie");
        headers.remove("connection");
        headers.remove("upgrade");
        headers.remove("http2-settings");
        headers.putIfAbsent(
                "x-forwarded-for", exchange.getRemoteAddress().getAddress().getHostAddress());
        headers.putIfAbsent("x-forwarded-proto", "https");
        headers.putIfAbsent("x-forwarded-port", "443");
        headers.put("x-amzn-trace-id", "Root=1-5759e988-bd862e3fe1be46a994272793");
        return headers;
    }

    private static Map<String, String> parameters(String query) {
        var values = new LinkedHashMap<String, List<String>>();
        for (String pair : query.split("&", -1)) {
            var parts = pair.split("=", 2);
            values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
                    .add(parts.length == 2 ? decoded(parts[1]) : "");
        }
        var joined = new LinkedHashMap<String, String>();
        values.forEach((name, all) -> joined.put(name, String.join(",", all)));
        return joined;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return text;
        }
    }

    private static Map<String, Object> context(HttpExchange exchange, String routeKey) {
        var now = Instant.now();
        var http = new LinkedHashMap<String, Object>();
        http.put("method", exchange.getRequestMethod());
        http.put("path", exchange.getRequestURI().getPath());
        http.put("protocol", "HTTP/1.1");
        http.put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress());
        http.put(
                "userAgent",
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("User-Agent"), ""));
        var context = new LinkedHashMap<String, Object>();
        context.put("accountId", "000000000000");
        context.put("apiId", "loopback");
        context.put("domainName", "loopback.execute-api.eu-central-1.amazonaws.com");
        context.put("domainPrefix", "loopback");
        context.put("http", http);
        context.put("requestId", UUID.randomUUID().toString());
        context.put("routeKey", routeKey);
        context.put("stage", "$default");
        context.put("time", TIME.format(now));
        context.put("timeEpoch", now.toEpochMilli());
        return context;
    }

    private static boolean isText(@Nullable String contentType) {
        return contentType == null
                || TEXT.matcher(contentType.toLowerCase(Locale.ROOT)).matches();
    }
}
