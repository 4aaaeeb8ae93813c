package eu.bekaa.standard.assurance.report.render;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes well-formed markup that reads the same as HTML and as XML. Text and attribute values are escaped by
/// construction: there is no way to write a string unescaped but [#stylesheet], which takes a resource of ours.
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    static Markup document() {
        var markup = new Markup();
        markup.out.append("<!DOCTYPE html>\n");
        return markup;
    }

    /// @param attributes names and values in turn
    Markup open(String element, String... attributes) {
        start(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /// An element that holds nothing, such as `br` or `path`.
    Markup empty(String element, String... attributes) {
        start(element, attributes);
        out.append("/>");
        return this;
    }

    /// An element that holds text.
    Markup leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    Markup text(String text) {
        escape(Plain.of(text));
        return this;
    }

    /// A line break in the markup itself, so that a person can read it.
    Markup newline() {
        out.append('\n');
        return this;
    }

    /// Something finished, as it is.
    Markup add(Markup part) {
        out.append(part);
        return this;
    }

    boolean isEmpty() {
        return out.isEmpty();
    }

    Markup stylesheet(Stylesheet sheet) {
        out.append("<style>\n").append(sheet.rules()).append("</style>");
        return this;
    }

    private void start(String element, String... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(Plain.of(attributes[i + 1]));
            out.append('"');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            switch (character) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(character);
            }
        }
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Still open: " + open);
        }
        return out.toString();
    }
}
