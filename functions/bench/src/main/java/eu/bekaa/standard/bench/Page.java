package eu.bekaa.standard.bench;

import eu.bekaa.standard.bench.Benchmark.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `docs/benchmarks.md`: one section per benchmark. A section that is measured again is replaced, the others stay.
final class Page {
    private static final String HEAD = """
            # Benchmarks

            Measured by `mvn -Pbench` (`-Dbench="Cold start"` for one of them, a part of the title is enough): product and floor by turns, in \
            the same run, on the same machine. Read the ratios, not the figures; the load is the machine's when it was measured. A bar that \
            was not met says so.
            """;

    private final Path file;

    Page(Path file) {
        this.file = file;
    }

    void put(Benchmark benchmark, String section) throws IOException {
        var page = Files.exists(file) ? Files.readString(file) : HEAD + "\n";
        var known = Pattern.compile("(?ms)^## " + Pattern.quote(benchmark.title()) + "\\n.*?(?=^## |\\z)");
        Files.writeString(
                file,
                known.matcher(page).find()
                        ? known.matcher(page).replaceFirst(Matcher.quoteReplacement(section))
                        : page.stripTrailing() + "\n\n" + section);
    }

    static String section(Benchmark benchmark, List<Row> rows, Duration took) {
        var text = new StringBuilder("## " + benchmark.title() + "\n\n" + benchmark.explanation() + "\n\n");
        text.append(
                "| What | Product | Floor or peer | Ratio | Bar | Spread | Load |\n|---|---|---|---|---|---|---|\n");
        for (Row row : rows) {
            text.append("| ")
                    .append(String.join(
                            " | ",
                            row.what(),
                            row.product(),
                            row.floor(),
                            row.ratio(),
                            row.bar(),
                            row.spread(),
                            row.load()))
                    .append(" |\n");
        }
        return text.append("\n_%s, in %d s on %s; the JVM that measured held %d MB at most._\n\n"
                        .formatted(
                                LocalDate.now(ZoneOffset.UTC),
                                took.toSeconds(),
                                Machine.description(),
                                Machine.peakMegabytes(ProcessHandle.current().pid())))
                .toString();
    }
}
