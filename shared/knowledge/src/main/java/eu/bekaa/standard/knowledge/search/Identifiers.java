package eu.bekaa.standard.knowledge.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a query names exactly: a quoted phrase, a control or requirement number, a CVE, a standard. A model of meaning
/// is blind to these, and they are what a reader means to find literally.
record Identifiers(List<String> values) {
    /// More than these are a text that was pasted, not a question.
    private static final int MAX = 8;

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("[\"“„]([^\"“”„]{2,100})[\"”“]"),
            // CVE-2024-3094, IAC-10.2, PR.AC-1, AC-2(1), A.8.16, E-BCM-13
            Pattern.compile("\\b([A-Z][A-Z0-9]{0,9}(?:[.-][A-Z0-9]{1,7}){1,4}(?:\\([0-9a-z]{1,3}\\)){0,4})(?![\\w])"),
            // 164.308(a)(8), 12.4.1
            Pattern.compile(
                    "(?<![\\w.-])(\\d{1,3}\\.\\d{1,3}(?:\\.\\d{1,3}){1,3}(?:\\([0-9a-z]{1,4}\\)){0,4})(?![\\w])"),
            Pattern.compile("(?<![\\w.-])(\\d{1,3}\\.\\d{1,3}(?:\\([0-9a-z]{1,4}\\)){1,4})"),
            // ISO 27001, RFC 9457, SOC 2, SP 800-53
            Pattern.compile("\\b([A-Z]{2,8} (?:\\d{3,6}(?:-\\d{1,3})?|\\d))(?![\\w.-])"));

    static Identifiers of(String query) {
        var found = new LinkedHashSet<String>();
        for (var form : FORMS) {
            var matcher = form.matcher(query);
            while (matcher.find()) {
                var value = matcher.group(1).strip();
                if (form == FORMS.getFirst() || value.chars().anyMatch(Character::isDigit)) {
                    found.add(value);
                }
            }
        }
        return new Identifiers(found.stream().limit(MAX).toList());
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /// Which of them a passage names, whole and in any case: `AC-2` is not in `AC-20` nor in `AC-2.1`.
    Set<String> in(String passage) {
        var text = passage.toLowerCase(Locale.ROOT);
        var named = new LinkedHashSet<String>();
        for (var value : values) {
            if (contains(text, value.toLowerCase(Locale.ROOT))) {
                named.add(value);
            }
        }
        return named;
    }

    private static boolean contains(String text, String value) {
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
            if (!joins(text, at - 1, -1) && !joins(text, at + value.length(), 1)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the character there belongs to a longer identifier; a full stop does only when more follows it.
    private static boolean joins(String text, int at, int step) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (Character.isLetterOrDigit(c)) {
            return true;
        }
        int beyond = at + step;
        boolean glue = c == '.' || c == '-' || (c == '(' && step > 0);
        return glue && beyond >= 0 && beyond < text.length() && Character.isLetterOrDigit(text.charAt(beyond));
    }
}
