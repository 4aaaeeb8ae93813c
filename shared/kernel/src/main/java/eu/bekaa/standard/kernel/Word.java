package eu.bekaa.standard.kernel;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An enum constant's spelling outside the code: on the wire, in the database and in messages it is a lower-case
/// word. Every enum that leaves the code overrides `toString` with [#of].
public final class Word {
    private static final ClassValue<Map<String, Object>> WORDS = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            return Arrays.stream(type.getEnumConstants())
                    .collect(toUnmodifiableMap(Object::toString, identity(), (first, second) -> first));
        }
    };

    private Word() {}

    /// `PARTIALLY_MET` is spelt `partially_met`.
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// The constant that a word names, or null. Case matters: `HIGH` is not a word.
    public static <E extends Enum<E>> @Nullable E parse(Class<E> type, String word) {
        var constant = WORDS.get(type).get(word);
        return constant == null ? null : type.cast(constant);
    }
}
