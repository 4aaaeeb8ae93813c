package eu.bekaa.standard.bench;

import eu.bekaa.standard.bench.Benchmark.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `docs/benchmarks.md`: one section per benchmark. A section that is measured again is replaced, the others stay.
final class Page {
    private static final String HEAD = """
            # Benchmarks

            Measured by `mvn -Pbench` (`-Dbench="Cold start"` for one of them): product and floor by turns, in the same run, on the same \
            machine. Read the ratios, not the figures; the load is the machine's when it was measured.
            """;

    private final Path file;

    Page(Path file) {
        this.file = file;
    }

    void put(Benchmark benchmark, List<Row> rows) throws IOException {
        var page = Files.exists(file) ? Files.readString(file) : HEAD;
        var section = section(benchmark, rows);
        var known = Pattern.compile("(?ms)^## " + Pattern.quote(benchmark.title()) + "\\n.*?(?=^## |\\z)");
        Files.writeString(
                file,
                known.matcher(page).find()
                        ? known.matcher(page).replaceFirst(Matcher.quoteReplacement(section))
                        : page + "\n" + section);
    }

    static String section(Benchmark benchmark, List<Row> rows) {
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
        return text.toString();
    }
}
