package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Does what `docs/tour.md` tells a newcomer to do, word for word.
class TourTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```bash\\n(.*?)^```$");

    @TempDir
    Path folder;

    @Test
    void theTourEndsWithASignedOffReport() throws Exception {
        var home = folder.resolve("home");
        try (var platform = RunningPlatform.start(home)) {
            var script = folder.resolve("tour.sh");
            Files.writeString(script, "set -euo pipefail\n" + commands());
            var tour = new ProcessBuilder("bash", script.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("tour.log").toFile());
            tour.environment().put("STANDARD_HOME", home.toString());
            var process = tour.start();
            var ended = process.waitFor(5, TimeUnit.MINUTES);
            var said = Files.readString(folder.resolve("tour.log"));

            assertThat(ended).as(said).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            assertThat(said).contains("\"next_state\":\"closed\"").contains("\"status\": \"ok\"");
            assertThat(Files.readAllBytes(folder.resolve("tour/report.pdf"))).startsWith('%', 'P', 'D', 'F', '-');
        }
    }

    private static String commands() throws IOException {
        var page = Files.readString(Path.of("../../docs/tour.md"));
        return BLOCK.matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining("\n"));
    }
}
