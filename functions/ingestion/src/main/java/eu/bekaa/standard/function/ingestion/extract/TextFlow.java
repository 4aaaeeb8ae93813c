package eu.bekaa.standard.function.ingestion.extract;

/// Builds a text out of words, cells, lines and paragraphs; separators that follow each other become the strongest of
/// them.
final class TextFlow {
    private final StringBuilder text = new StringBuilder();
    private String pending = "";
    private boolean space;

    /// Words as markup holds them: any white space is one space.
    void words(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f') {
                space = true;
            } else {
                append(c);
            }
        }
    }

    /// Text in which white space counts.
    void verbatim(String words) {
        for (int i = 0; i < words.length(); i++) {
            append(words.charAt(i));
        }
    }

    void cell() {
        separate("\t");
    }

    void line() {
        separate("\n");
    }

    void paragraph() {
        separate("\n\n");
    }

    int length() {
        return text.length();
    }

    private void separate(String separator) {
        if (strength(separator) > strength(pending)) {
            pending = separator;
        }
    }

    private static int strength(String separator) {
        return separator.isEmpty() ? 0 : separator.equals("\t") ? 1 : separator.length() + 1;
    }

    private void append(char c) {
        if (!text.isEmpty()) {
            text.append(pending.isEmpty() && space ? " " : pending);
        }
        pending = "";
        space = false;
        text.append(c);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
