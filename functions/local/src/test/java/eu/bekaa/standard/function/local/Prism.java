package eu.bekaa.standard.function.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// Stoplight Prism as a proxy: passes requests on, and refuses every request or answer that the OpenAPI document does
/// not allow.
final class Prism implements AutoCloseable {
    private static final Path MANIFEST = Path.of("src/test/prism/package.json");
    private static final int MINUTES = 3;

    private final Process process;
    private final URI address;

    private Prism(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /// Installs it unless it is there, and puts it before the platform. Without npm or its registry the test is
    /// skipped.
    static Prism before(URI platform) throws IOException, InterruptedException {
        var folder = Files.createDirectories(Path.of("target/prism"));
        Files.write(folder.resolve("package.json"), Files.readAllBytes(MANIFEST));
        var installed = Files.exists(folder.resolve("node_modules/.bin/prism"))
                || succeeds(folder, "npm", "install", "--no-audit", "--no-fund", "--silent");
        Assumptions.assumeTrue(installed, "Skipped: npm could not install Prism here.");
        var document = folder.resolve("openapi.json");
        Files.deleteIfExists(document);
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(platform.resolve("/openapi.json")).build(), BodyHandlers.ofFile(document));
        var port = Integer.toString(RunningPlatform.freePort());
        var process = new ProcessBuilder(
                        "node_modules/.bin/prism",
                        "proxy",
                        "openapi.json",
                        platform.toString(),
                        "--errors",
                        "--port",
                        port)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        awaitListening(process);
        return new Prism(process, URI.create("http://127.0.0.1:" + port));
    }

    private static boolean succeeds(Path folder, String... command) throws InterruptedException {
        try {
            var install = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("install.log").toFile())
                    .start();
            if (install.waitFor(MINUTES, TimeUnit.MINUTES)) {
                return install.exitValue() == 0;
            }
            install.destroyForcibly();
            return false;
        } catch (IOException noNpm) {
            return false;
        }
    }

    private static void awaitListening(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains("Prism is listening")) {
                Thread.ofPlatform().daemon().start(() -> output.lines().forEach(ignored -> {}));
                return;
            }
        }
        throw new IllegalStateException("Prism ended before it listened.");
    }

    /// Where requests go.
    URI address() {
        return address;
    }

    @Override
    public void close() {
        List.copyOf(process.descendants().toList()).forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
