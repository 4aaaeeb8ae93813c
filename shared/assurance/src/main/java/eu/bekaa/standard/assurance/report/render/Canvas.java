package eu.bekaa.standard.assurance.report.render;

import java.util.Locale;

/// Draws the lines, areas and words of a chart as SVG. Words stand beside every colour, so that a grey print says the
/// same.
final class Canvas {
    static final String INK = "#1d2733";
    static final String PALE = "#d5dce5";
    static final String MUTED = "#56637a";

    private static final String FONT = "Source Sans 3, DejaVu Sans, sans-serif";

    private final Markup out;

    /// Opens a drawing; [#close] ends it.
    /// @param caption what readers hear who cannot see it
    Canvas(Markup out, int width, int height, String caption) {
        this.out = out;
        out.open("svg", "xmlns", "http://www.w3.org/2000/svg", "class", "chart", "role", "img");
        out.attribute("viewBox", "0 0 " + width + " " + height);
        out.attribute("width", String.valueOf(width)).attribute("height", String.valueOf(height));
        out.attribute("aria-label", caption).attribute("alt", caption);
    }

    /// Where a word stands by its place.
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    void line(double x1, double y1, double x2, double y2, String colour, double width) {
        out.empty("line", "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2));
        stroke(colour, width);
    }

    void outline(String path, String colour, double width) {
        out.empty("path", "d", path, "fill", "none");
        stroke(colour, width);
    }

    void dashed(String path, String colour, double width) {
        outline(path, colour, width);
        out.attribute("stroke-dasharray", "5 3");
    }

    void area(String path, String colour) {
        out.empty("path", "d", path, "fill", colour, "fill-opacity", "0.22");
        stroke(colour, 2);
    }

    void dot(double x, double y, String colour) {
        out.empty("circle", "cx", number(x), "cy", number(y), "r", "2.4", "fill", colour);
    }

    void box(double x, double y, double width, double height, String colour) {
        out.empty("rect", "x", number(x), "y", number(y), "width", number(width), "height", number(height));
        out.attribute("fill", colour);
    }

    void word(double x, double y, Anchor anchor, int size, String colour, String text) {
        out.open("text", "x", number(x), "y", number(y), "font-family", FONT, "fill", colour);
        out.attribute("font-size", String.valueOf(size));
        out.attribute("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
        out.text(text).close();
    }

    void close() {
        out.close();
    }

    private void stroke(String colour, double width) {
        out.attribute("stroke", colour).attribute("stroke-width", number(width));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
