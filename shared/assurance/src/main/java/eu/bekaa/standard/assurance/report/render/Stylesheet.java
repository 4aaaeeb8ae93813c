package eu.bekaa.standard.assurance.report.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The looks of a report, one resource per medium.
enum Stylesheet {
    SCREEN("common.css", "screen.css"),
    PRINT("common.css", "print.css"),
    CHART("chart.css");

    private final String[] resources;

    Stylesheet(String... resources) {
        this.resources = resources;
    }

    String rules() {
        var rules = new StringBuilder();
        for (var resource : resources) {
            try (var stream = Stylesheet.class.getResourceAsStream("/report/" + resource)) {
                if (stream == null) {
                    throw new IllegalStateException("The stylesheet " + resource + " is not on the class path.");
                }
                rules.append(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return rules.toString();
    }
}
