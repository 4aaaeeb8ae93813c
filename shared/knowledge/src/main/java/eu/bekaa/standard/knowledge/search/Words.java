package eu.bekaa.standard.knowledge.search;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The words of a text that carry its meaning, cut to a stem so that `reviews` meets `reviewed`.
final class Words {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");
    private static final int STEM = 6;
    private static final Set<String> EMPTY = Set.of(
            "the",
            "and",
            "for",
            "are",
            "but",
            "not",
            "all",
            "any",
            "can",
            "has",
            "have",
            "had",
            "was",
            "were",
            "been",
            "how",
            "who",
            "what",
            "which",
            "when",
            "where",
            "why",
            "does",
            "did",
            "our",
            "your",
            "their",
            "its",
            "this",
            "that",
            "these",
            "those",
            "with",
            "from",
            "into",
            "than",
            "then",
            "they",
            "them",
            "there",
            "here",
            "will",
            "would",
            "shall",
            "should",
            "must",
            "may",
            "might",
            "such",
            "other",
            "also",
            "about",
            "between",
            "through",
            "during",
            "mechanisms",
            "exist",
            "organization",
            "organisation",
            "company");

    private Words() {}

    static Set<String> of(String text) {
        return counted(text).keySet();
    }

    /// How often each stands there, in the order they first do.
    static Map<String, Integer> counted(String text) {
        var words = new LinkedHashMap<String, Integer>();
        var matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            var word = matcher.group();
            if (!EMPTY.contains(word)) {
                words.merge(word.substring(0, Math.min(word.length(), STEM)), 1, Integer::sum);
            }
        }
        return words;
    }
}
