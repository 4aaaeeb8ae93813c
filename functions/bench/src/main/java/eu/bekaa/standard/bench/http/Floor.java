package eu.bekaa.standard.bench.http;

import eu.bekaa.standard.bench.platform.Running;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The floor's process, with the product's heap.
record Floor(Process process, int port) implements AutoCloseable {
    static Floor start(String databaseUrl) throws IOException {
        int port = Running.freePort();
        var process = new ProcessBuilder(List.of(
                        Running.java(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        FloorServer.class.getName(),
                        Integer.toString(port),
                        databaseUrl))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
            if (line == null) {
                throw new IllegalStateException("The floor did not start.");
            }
        }
        return new Floor(process, port);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
