package eu.bekaa.standard.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The table of faults injected and of what they cost, a line per fault: the latest run of each.
final class FaultReport {
    private static final List<String> HEAD = List.of(
            "# Faults injected, and what was lost",
            "",
            "| Fault | Injected | Full dose | Checked | Lost or doubled | Seconds | Seed |",
            "|---|---|---|---|---|---|---|");

    private FaultReport() {}

    /// @param losses how many things were missing, doubled or late
    record Line(String fault, long injected, int full, String checked, int losses, Duration took, long seed) {
        private String text() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %,d | %,d | %s | %s | %,d | %d |",
                    fault,
                    injected,
                    full,
                    checked,
                    losses == 0 ? "nothing" : "**" + losses + "**",
                    took.toSeconds(),
                    seed);
        }
    }

    /// Other modules' tests may be at it in processes of their own.
    static synchronized void add(Line line) {
        var file = Path.of(System.getProperty("standard.faults.report", "target/faults.md"))
                .toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            write(file, line);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, Line line) throws IOException {
        var guard = file.resolveSibling(file.getFileName() + ".lock");
        try (var channel = FileChannel.open(guard, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            var lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : HEAD);
            lines.removeIf(older -> older.startsWith("| " + line.fault() + " |"));
            lines.add(line.text());
            Files.write(file, lines);
        }
    }
}
