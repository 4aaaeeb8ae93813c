package eu.bekaa.standard.knowledge.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Finds text that addresses a language model rather than a reader (STD-45). It decides nothing: the text stays
/// evidence, and somebody is told.
public final class PromptInjection {
    private static final List<String> PHRASES = phrases();

    private PromptInjection() {}

    /// The phrases of our list that occur, in the list's order.
    public static List<String> suspicions(String text) {
        var plain = plain(text);
        return PHRASES.stream().filter(plain::contains).toList();
    }

    /// Lower case, single spaces, nothing invisible: a phrase is not hidden by a soft hyphen or a line break.
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        boolean space = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Tokens.isSpace(c)) {
                if (!space) {
                    plain.append(' ');
                }
                space = true;
            } else if (Character.getType(c) != Character.FORMAT) {
                plain.append(c == '’' ? '\'' : c);
                space = false;
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static List<String> phrases() {
        try (var in = PromptInjection.class.getResourceAsStream("prompt-injection.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(String::strip)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
