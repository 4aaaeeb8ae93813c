package eu.bekaa.standard.testing;

import io.micronaut.context.env.PropertyExpressionResolver;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.value.PropertyResolver;
import java.util.Optional;

/// Starts an embedded part when the first bean asks for its address, so that a test pays only for what it uses.
public final class EmbeddedParts implements PropertyExpressionResolver {
    @Override
    public <T> Optional<T> resolve(
            PropertyResolver properties, ConversionService conversion, String expression, Class<T> type) {
        return switch (expression) {
            case "embedded.database" ->
                conversion.convert(TestDatabase.instance().url(), type);
            case "embedded.queues" ->
                conversion.convert(TestQueues.server().endpoint().toString(), type);
            case "embedded.objects" ->
                conversion.convert(TestObjects.server().endpoint().toString(), type);
            default -> Optional.empty();
        };
    }
}
