package eu.bekaa.standard.web;

import io.micronaut.http.HttpRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The id that ties a request, its records and its answer together (STD-4).
final class Trace {
    static final String HEADER = "X-Trace-Id";

    private static final String ATTRIBUTE = "standard.trace";
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:-]{8,128}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /// The client's own id where it is well-formed, else a new one; the same for the whole request.
    static String of(HttpRequest<?> request) {
        var known = request.getAttribute(ATTRIBUTE, String.class);
        if (known.isPresent()) {
            return known.get();
        }
        var sent = request.getHeaders().get(HEADER);
        var trace = sent != null && ACCEPTED.matcher(sent).matches() ? sent : fresh();
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }

    private static String fresh() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
