package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Refusal.Detail;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Errors that the framework finds (no route, wrong method, unreadable or invalid body) in the words of the house
/// (STD-4, 6).
@Singleton
@Primary
final class FrameworkErrors implements ErrorResponseProcessor<Object> {
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("(?i)unknown property \\[([^\\]]*)]");
    private static final Pattern UNREADABLE_FIELD =
            Pattern.compile("(?s)Error decoding property \\[(?:[^\\]]* )?(\\w+)] of type.*?]: (.*)");
    /// What the parser says, whichever door has called it.
    private static final Pattern NOT_JSON = Pattern.compile(
            "(?s)^(?:.*?(?:Invalid JSON|Error decoding JSON stream for[^:]*|due to): )?(.*?)\\s*at \\[Source: .*?; (line: \\d+, column: \\d+)]");
    /// Where the value was to go, the name of a class, a setting of the parser: nothing that a client can see.
    private static final Pattern INNER_PLACE = Pattern.compile(
            "(?s)^Failed to convert argument \\[\\w+] for value \\[.*?] due to: |Cannot deserialize value of type `[^`]*` due to: |, from `[^`]*`");
    /// What a constraint says of `body.scfVersionId`.
    private static final Pattern CONSTRAINT = Pattern.compile("(?s)\\w+\\.([\\w.\\[\\]<> ]+): (.*)");
    private static final Pattern REPEATED_FIELD = Pattern.compile("(?s).*Duplicate property \\[([^\\]]*)].*");
    private static final Pattern CAMEL = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern INNER_CLASS = Pattern.compile("(?:of type|type) \\[?[A-Za-z_$.<>]+]?");

    private final ErrorAnswers answers;

    FrameworkErrors(ErrorAnswers answers) {
        this.answers = answers;
    }

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var answer = answer(context, response);
        // where a request cannot even be read, no filter sees its answer
        answer.getHeaders().set(Trace.HEADER, Trace.of(context.getRequest()));
        answer.getHeaders().set("X-Content-Type-Options", "nosniff");
        return answer;
    }

    private MutableHttpResponse<Object> answer(ErrorContext context, MutableHttpResponse<?> response) {
        var request = context.getRequest();
        var refusal = context.getRootCause().flatMap(FrameworkErrors::refusal);
        if (refusal.isPresent()) {
            return answers.answer(request, refusal.get());
        }
        var code = code(response.code());
        var details = code == ErrorCode.VALIDATION_ERROR
                ? context.getErrors().stream().map(FrameworkErrors::detail).toList()
                : List.<Detail>of();
        var answer = answers.answer(request, code, message(code, details), details);
        response.getHeaders().forEach((name, values) -> values.forEach(value -> answer.header(name, value)));
        return answer;
    }

    private static Optional<Refusal> refusal(Throwable cause) {
        for (var at = cause; at != null; at = at.getCause()) {
            if (at instanceof Refusal refusal) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    private static ErrorCode code(int status) {
        return switch (HttpStatus.valueOf(status)) {
            case UNAUTHORIZED -> ErrorCode.UNAUTHORIZED;
            case FORBIDDEN -> ErrorCode.FORBIDDEN;
            case NOT_FOUND -> ErrorCode.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> ErrorCode.METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> ErrorCode.NOT_ACCEPTABLE;
            case REQUEST_ENTITY_TOO_LARGE -> ErrorCode.PAYLOAD_TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            case HttpStatus other -> other.getCode() < 500 ? ErrorCode.VALIDATION_ERROR : ErrorCode.INTERNAL_ERROR;
        };
    }

    private static String message(ErrorCode code, List<Detail> details) {
        return switch (code) {
            case NOT_FOUND -> "There is nothing at this address.";
            case METHOD_NOT_ALLOWED -> "This address does not take that method; see the Allow header.";
            case NOT_ACCEPTABLE -> "This address cannot answer in the format asked for.";
            case UNSUPPORTED_MEDIA_TYPE -> "This address does not take that content type.";
            case PAYLOAD_TOO_LARGE -> "The request is too large.";
            case INTERNAL_ERROR -> "Something went wrong on our side; the trace id helps to find it.";
            case UNAUTHORIZED -> "Sign in or send a machine key.";
            default ->
                details.isEmpty()
                        ? "The request is not valid."
                        : details.getFirst().message();
        };
    }

    private static Detail detail(Error error) {
        var message = INNER_PLACE.matcher(error.getMessage()).replaceAll("");
        var unknown = UNKNOWN_FIELD.matcher(message);
        if (unknown.find()) {
            return new Detail(unknown.group(1), "Unknown field " + unknown.group(1) + ".");
        }
        var unreadable = UNREADABLE_FIELD.matcher(message);
        if (unreadable.find()) {
            var name = wireName(unreadable.group(1));
            return new Detail(name, name + " cannot be read: " + unreadable.group(2));
        }
        var notJson = NOT_JSON.matcher(message);
        if (notJson.find()) {
            return new Detail(
                    null,
                    "The body is not the JSON expected here: " + notJson.group(1) + " (" + notJson.group(2) + ").");
        }
        var repeated = REPEATED_FIELD.matcher(message);
        if (repeated.matches()) {
            return new Detail(repeated.group(1), repeated.group(1) + " stands there twice.");
        }
        var constraint = CONSTRAINT.matcher(message);
        if (constraint.matches()) {
            var name = wireName(constraint.group(1));
            return new Detail(name, name + " " + constraint.group(2));
        }
        var field = error.getPath()
                .map(FrameworkErrors::wireName)
                .filter(name -> !name.isBlank() && !name.equals("body"))
                .orElse(null);
        var text = INNER_CLASS.matcher(message).replaceAll(Matcher.quoteReplacement("of the expected type"));
        return new Detail(field, text);
    }

    /// `draft.body.scfVersionId` is `scf_version_id` to a client.
    private static String wireName(String path) {
        var last = path.replaceFirst("^/", "").replaceFirst("^[A-Za-z0-9_]+\\.[A-Za-z0-9_]+\\.", "");
        return CAMEL.matcher(last).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }
}
