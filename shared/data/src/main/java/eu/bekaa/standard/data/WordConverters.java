package eu.bekaa.standard.data;

import eu.bekaa.standard.kernel.Word;
import io.micronaut.core.convert.CharSequenceToEnumConverter;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.DefaultMutableConversionService;
import io.micronaut.core.convert.MutableConversionService;
import io.micronaut.core.convert.TypeConverterRegistrar;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Reads enumerations as columns and requests spell them. The framework's own converter throws and catches an exception
/// for every word that is not the constant's name; it still reads what is no word of ours.
@Singleton
@SuppressWarnings({"rawtypes", "unchecked"})
final class WordConverters implements TypeConverterRegistrar {
    private final CharSequenceToEnumConverter others = new CharSequenceToEnumConverter<>();

    @Override
    public void register(MutableConversionService conversions) {
        if (conversions instanceof DefaultMutableConversionService known) {
            // columns: one that is only added comes after the framework's own
            known.addInternalConverter(CharSequence.class, Enum.class, this::constant);
        } else {
            conversions.addConverter(CharSequence.class, Enum.class, this::constant);
        }
    }

    private Optional<Enum> constant(CharSequence word, Class<Enum> type, ConversionContext context) {
        var constant = Word.parse(type, word.toString());
        return constant == null ? others.convert(word, type, context) : Optional.of((Enum) constant);
    }
}
