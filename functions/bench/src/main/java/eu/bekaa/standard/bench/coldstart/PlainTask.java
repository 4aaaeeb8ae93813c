package eu.bekaa.standard.bench.coldstart;

import eu.bekaa.standard.lambdaruntime.Task;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The floor's zip, put together from this benchmark's class path: its one class, the driver, the SDK.
final class PlainTask {
    private static final List<String> NEEDED =
            List.of("functions-bench", "postgresql-", "awssdk", "slf4j-api", "reactive-streams", "eventstream");

    private PlainTask() {}

    static Task in(Path folder) throws IOException {
        var libraries = Files.createDirectories(folder.resolve("lib"));
        for (Path jar : Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(PlainTask::isNeeded)
                .toList()) {
            if (Files.isDirectory(jar)) {
                copy(jar, folder);
            } else {
                Files.copy(jar, libraries.resolve(jar.getFileName()));
            }
        }
        return new Task(folder);
    }

    private static boolean isNeeded(Path entry) {
        var path = entry.toString();
        return NEEDED.stream().anyMatch(path::contains) || path.endsWith("bench/target/classes");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
