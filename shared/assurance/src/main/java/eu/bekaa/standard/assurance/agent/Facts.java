package eu.bekaa.standard.assurance.agent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Named facts in the order they were given; absent ones are left out.
public final class Facts {
    private final Map<String, Object> all = new LinkedHashMap<>();

    public static Facts with(String name, @Nullable Object value) {
        return new Facts().and(name, value);
    }

    /// @param value a text, number, boolean, list or map; anything else by its text
    public Facts and(String name, @Nullable Object value) {
        if (value != null) {
            all.put(
                    name,
                    switch (value) {
                        case Number number -> number;
                        case Boolean flag -> flag;
                        case Iterable<?> list -> list;
                        case Map<?, ?> map -> map;
                        case Object other -> other.toString();
                    });
        }
        return this;
    }

    public Map<String, Object> plain() {
        return Collections.unmodifiableMap(all);
    }
}
