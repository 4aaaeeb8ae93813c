package eu.bekaa.standard.knowledge.text;

/// How natural it is to cut a text at some place; the later the better.
enum Boundary {
    /// Within a word.
    NONE,
    WORD,
    /// After a full stop or at the end of a line, such as a list item or a table row.
    SENTENCE,
    PARAGRAPH;

    private static final String SENTENCE_ENDS = ".!?…。！？";
    private static final String CLOSING = "\"')]}»”’";

    /// @param at where the next piece would begin, before its first visible character
    static Boundary at(CharSequence text, int start, int at) {
        int before = at;
        int breaks = 0;
        while (before > start && Tokens.isSpace(text.charAt(before - 1))) {
            before--;
            breaks += text.charAt(before) == '\n' ? 1 : 0;
        }
        if (breaks > 1) {
            return PARAGRAPH;
        }
        if (before == at) {
            return NONE;
        }
        return breaks == 1 || endsSentence(text, start, before) ? SENTENCE : WORD;
    }

    private static boolean endsSentence(CharSequence text, int start, int end) {
        int last = end - 1;
        while (last > start && CLOSING.indexOf(text.charAt(last)) >= 0) {
            last--;
        }
        return last >= start && SENTENCE_ENDS.indexOf(text.charAt(last)) >= 0;
    }
}
