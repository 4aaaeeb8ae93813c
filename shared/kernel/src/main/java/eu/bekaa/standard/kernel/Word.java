package eu.bekaa.standard.kernel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An enum constant's spelling outside the code: on the wire, in the database and in messages it is a lower-case
/// word. Every enum that leaves the code overrides `toString` with [#of].
public final class Word {
    private Word() {}

    /// `PARTIALLY_MET` is spelt `partially_met`.
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// The constant that a word names, or null. Case matters: `HIGH` is not a word.
    public static <E extends Enum<E>> @Nullable E parse(Class<E> type, String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.toString().equals(word)) {
                return constant;
            }
        }
        return null;
    }
}
