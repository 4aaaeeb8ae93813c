package eu.bekaa.standard.knowledge.text;

/// An estimate of how many tokens an embedding model makes of a text, without the model: a run of up to six letters
/// or digits is one token, any other visible character one of its own. English prose comes out at about 1.3 tokens a
/// word.
final class Tokens {
    private static final int RUN = 6;
    /// From here on scripts write without spaces, and models read them character by character.
    private static final int EAST_ASIAN = 0x2E80;

    private Tokens() {}

    static int count(CharSequence text, int from, int to) {
        int count = 0;
        for (int at = skipSpace(text, from, to); at < to; at = skipSpace(text, end(text, at, to), to)) {
            count++;
        }
        return count;
    }

    /// Where the token that begins at `from` ends.
    static int end(CharSequence text, int from, int limit) {
        int at = from;
        for (int length = 0; length < RUN && at < limit; length++) {
            int point = Character.codePointAt(text, at);
            boolean word = point < EAST_ASIAN && Character.isLetterOrDigit(point);
            if (!word) {
                return length == 0 ? Math.min(limit, at + Character.charCount(point)) : at;
            }
            at += Character.charCount(point);
        }
        return Math.min(limit, at);
    }

    /// The first visible character at or after `from`.
    static int skipSpace(CharSequence text, int from, int limit) {
        int at = from;
        while (at < limit && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
