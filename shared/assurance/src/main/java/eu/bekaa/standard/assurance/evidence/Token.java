package eu.bekaa.standard.assurance.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A word of a sentence.
/// @param word  lower case; contractions are spelled out (`isn't` is two words, `is` and `not`)
/// @param start where it begins in the sentence
/// @param end   where it ends, exclusive
/// @param opens whether a clause begins with it
record Token(String word, int start, int end, boolean opens) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’]\\p{L}+)?");
    private static final String BOUNDARIES = ",;:()[]–—|";
    private static final Set<String> TURNS = Set.of("but", "however", "although", "though", "whereas", "while");

    static List<Token> of(String sentence) {
        var tokens = new ArrayList<Token>();
        var matcher = WORD.matcher(sentence);
        int seen = 0;
        while (matcher.find()) {
            var word = matcher.group().toLowerCase(Locale.ROOT).replace('’', '\'');
            boolean opens = tokens.isEmpty()
                    || TURNS.contains(word)
                    || sentence.substring(seen, matcher.start()).chars().anyMatch(c -> BOUNDARIES.indexOf(c) >= 0);
            for (var part : spelledOut(word)) {
                tokens.add(new Token(part, matcher.start(), matcher.end(), opens));
                opens = false;
            }
            seen = matcher.end();
        }
        return tokens;
    }

    private static List<String> spelledOut(String word) {
        return switch (word) {
            case "cannot", "can't" -> List.of("can", "not");
            case "won't" -> List.of("will", "not");
            default ->
                word.endsWith("n't") ? List.of(word.substring(0, word.length() - 3), "not") : List.of(plain(word));
        };
    }

    private static String plain(String word) {
        int apostrophe = word.indexOf('\'');
        return apostrophe < 0 ? word : word.substring(0, apostrophe);
    }
}
