package eu.bekaa.standard.web;

import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.Refusal.Detail;
import eu.bekaa.standard.kernel.Word;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.web.router.MethodBasedRouteMatch;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Refuses query values that cannot be what the route asks for. The framework would bind them to null where
/// null is allowed, and so list everything where a filter was misspelt.
@Singleton
final class QueryValues {
    private final ConversionService conversions;

    QueryValues(ConversionService conversions) {
        this.conversions = conversions;
    }

    /// @throws Refusal `VALIDATION_ERROR`, naming every bad value
    void check(MethodBasedRouteMatch<?, ?> route, HttpRequest<?> request) {
        var wrong = new ArrayList<Detail>();
        for (Argument<?> argument : route.getArguments()) {
            if (argument.getAnnotationMetadata().hasAnnotation(QueryValue.class)) {
                var name = argument.getAnnotationMetadata()
                        .stringValue(QueryValue.class)
                        .orElse(argument.getName());
                var sent = request.getParameters().get(name);
                var problem = sent == null ? null : problem(name, sent, argument);
                if (problem != null) {
                    wrong.add(new Detail(name, problem));
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
    }

    private @Nullable String problem(String name, String sent, Argument<?> argument) {
        if (argument.getType().isEnum()) {
            return word(name, sent, argument.getType());
        }
        var readable = conversions.convert(sent, argument).isPresent();
        return readable ? null : name + " cannot be read as " + kind(argument.getType()) + ".";
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable String word(String name, String sent, Class<?> type) {
        var constants = (Class<? extends Enum>) type;
        if (Word.parse(constants, sent) != null) {
            return null;
        }
        var words = Arrays.stream(constants.getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return name + " is one of " + words + ".";
    }

    private static String kind(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "UUID" -> "an id";
            case "Integer", "Long", "int", "long" -> "a whole number";
            case "Double", "double" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            case "Instant" -> "a time";
            case "LocalDate" -> "a date";
            default -> "what is asked for";
        };
    }
}
