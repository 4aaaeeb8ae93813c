package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Named values from outside: each is read as what it must be, or refused.
/// @throws Refusal `VALIDATION_ERROR` from every reading method
record ToolInput(Map<String, ?> values) {
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /// Refuses names that mean nothing here (STD-6).
    ToolInput of(String... names) {
        var known = Set.of(names);
        for (var name : values.keySet()) {
            if (!known.contains(name)) {
                var taken = names.length == 0 ? "nothing" : String.join(", ", names) + " and nothing else";
                throw Refusal.invalid("input", "input takes " + taken + ".");
            }
        }
        return this;
    }

    @Nullable
    String text(String name, int most) {
        return switch (values.get(name)) {
            case null -> null;
            case String text when !text.isBlank() && text.length() <= most -> text.strip();
            default -> throw wrong(name, "is a text of 1 to " + most + " characters");
        };
    }

    String required(String name, int most) {
        var text = text(name, most);
        if (text == null) {
            throw wrong(name, "is missing");
        }
        return text;
    }

    boolean flag(String name) {
        return switch (values.get(name)) {
            case null -> false;
            case Boolean flag -> flag;
            default -> throw wrong(name, "is true or false");
        };
    }

    int whole(String name, int least, int most, int otherwise) {
        return switch (values.get(name)) {
            case null -> otherwise;
            case Number number
            when number.doubleValue() == number.intValue() && number.intValue() >= least && number.intValue() <= most ->
                number.intValue();
            default -> throw wrong(name, "is a whole number from " + least + " to " + most);
        };
    }

    @Nullable
    UUID id(String name) {
        return switch (values.get(name)) {
            case null -> null;
            case UUID id -> id;
            case String text when ID.matcher(text).matches() -> UUID.fromString(text);
            default -> throw wrong(name, "is an id");
        };
    }

    List<String> texts(String name, int many, int most) {
        return switch (values.get(name)) {
            case null -> List.of();
            case List<?> list
            when list.size() <= many -> {
                var texts = new ArrayList<String>();
                for (var each : list) {
                    if (!(each instanceof String text) || text.isBlank() || text.length() > most) {
                        throw wrong(name, "holds texts of 1 to " + most + " characters");
                    }
                    texts.add(text.strip());
                }
                yield List.copyOf(texts);
            }
            default -> throw wrong(name, "is a list of at most " + many + " texts");
        };
    }

    private static Refusal wrong(String name, String what) {
        return Refusal.invalid("input." + name, "input." + name + " " + what + ".");
    }
}
