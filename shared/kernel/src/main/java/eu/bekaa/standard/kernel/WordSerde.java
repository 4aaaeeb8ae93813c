package eu.bekaa.standard.kernel;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import io.micronaut.serde.exceptions.InvalidFormatException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Enums on the wire are their lower-case words, and nothing else is read as one.
@Singleton
final class WordSerde<E extends Enum<E>> implements Serde<E> {
    @Override
    public void serialize(Encoder encoder, EncoderContext context, Argument<? extends E> type, E value)
            throws IOException {
        encoder.encodeString(value.toString());
    }

    @Override
    public E deserialize(Decoder decoder, DecoderContext context, Argument<? super E> type) throws IOException {
        var word = decoder.decodeString();
        @SuppressWarnings("unchecked")
        var constants = (Class<E>) type.getType();
        var constant = Word.parse(constants, word);
        if (constant == null) {
            throw new InvalidFormatException(
                    "'" + word + "' is not one of "
                            + Arrays.stream(constants.getEnumConstants())
                                    .map(Enum::toString)
                                    .collect(Collectors.joining(", "))
                            + ".",
                    null,
                    word);
        }
        return constant;
    }
}
