package eu.bekaa.standard.function.local;

import java.io.PrintStream;
import java.util.Objects;

/// What the person at the keyboard sees.
final class Console {
    private static final int BAR = 24;
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean terminal;
    private String shown = "";

    /// @param terminal whether a line can be drawn over
    Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /// Depending on its provider, Java has no console when the output is not a terminal, or one that says so.
    @SuppressWarnings("SystemConsoleNull")
    static Console standard() {
        var console = System.console();
        return new Console(System.out, console != null && console.isTerminal());
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    void ready(Platform platform, Home home) {
        var url = platform.settings().url();
        say("""
                Standard is ready: %s
                  API docs       %s/docs  (ReDoc at /redoc, OpenAPI at /openapi.json)
                  Sign-ins       source %s
                  Try next       curl -H "Authorization: Bearer $STANDARD_API_KEY" $STANDARD_URL/api/v1/assessments
                  Stop           Ctrl-C; everything is kept""".formatted(url, url, home.environment()));
    }

    /// Shows how far the demo is: on a terminal one line drawn over, else a line per step.
    synchronized void progress(int done, int total, String step) {
        var filled = BAR * done / Math.max(total, 1);
        var bar = "Demo [" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + 100 * done / Math.max(total, 1)
                + " % " + step;
        if (Objects.equals(bar, shown)) {
            return;
        }
        shown = bar;
        if (terminal) {
            out.print("\r" + bar + " ".repeat(Math.max(0, WIDTH - bar.length())) + (done == total ? "\n" : ""));
        } else {
            out.println(bar);
        }
        out.flush();
    }
}
