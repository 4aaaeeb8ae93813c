package eu.bekaa.standard.assurance.report.render;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes well-formed markup that reads the same as HTML and as XML. Text and attribute values are escaped by
/// construction: there is no way to write a string unescaped but [#stylesheet], which takes a resource of ours.
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    /// The end of a tag that may still get attributes.
    private String pending = "";

    static Markup document() {
        var markup = new Markup();
        markup.out.append("<!DOCTYPE html>\n");
        return markup;
    }

    /// @param attributes names and values in turn
    Markup open(String element, String... attributes) {
        start(element, attributes);
        pending = ">";
        open.push(element);
        return this;
    }

    Markup close() {
        flush();
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /// An element that holds nothing, such as `br` or `path`.
    Markup empty(String element, String... attributes) {
        start(element, attributes);
        pending = "/>";
        return this;
    }

    /// One more attribute of the element just written.
    Markup attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(Plain.of(value));
        out.append('"');
        return this;
    }

    /// An element that holds text.
    Markup leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    Markup text(String text) {
        flush();
        escape(Plain.of(text));
        return this;
    }

    /// A line break in the markup itself, so that a person can read it.
    Markup newline() {
        flush();
        out.append('\n');
        return this;
    }

    /// Something finished, as it is.
    Markup add(Markup part) {
        flush();
        out.append(part);
        return this;
    }

    boolean isEmpty() {
        return out.isEmpty();
    }

    Markup stylesheet(Stylesheet sheet) {
        flush();
        out.append("<style>\n").append(sheet.rules()).append("</style>");
        return this;
    }

    private void start(String element, String... attributes) {
        flush();
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
    }

    private void flush() {
        out.append(pending);
        pending = "";
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
        flush();
        return out.toString();
    }
}
