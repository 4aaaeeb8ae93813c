package eu.bekaa.standard.bench.coldstart;

import eu.bekaa.standard.lambdaruntime.Task;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The zips of floor and peer, put together from this benchmark's class path.
final class PeerTask {
    private static final List<String> PLAIN =
            List.of("postgresql-", "awssdk", "slf4j-api", "reactive-streams", "eventstream");
    private static final List<String> HELLO = List.of(
            "micronaut-aop-",
            "micronaut-aws-common-",
            "micronaut-aws-ua-",
            "micronaut-context-",
            "micronaut-core-",
            "micronaut-discovery-core-",
            "micronaut-function-",
            "micronaut-http-4",
            "micronaut-http-client-core-",
            "micronaut-http-server-4",
            "micronaut-inject-4",
            "micronaut-jackson-core-",
            "micronaut-json-core-",
            "micronaut-retry-",
            "micronaut-router-",
            "micronaut-runtime-",
            "micronaut-serde-",
            "micronaut-servlet-core-",
            "jackson-annotations-",
            "jackson-core-",
            "jakarta.annotation-api-",
            "jakarta.inject-api-",
            "jakarta.validation-api-",
            "aws-lambda-java-core-",
            "aws-lambda-java-events-",
            "reactor-core-",
            "reactive-streams-",
            "slf4j-api-");

    private PeerTask() {}

    /// The floor: a plain-Java handler, the driver, the SDK.
    static Task plain(Path folder) throws IOException {
        return of(folder, PLAIN);
    }

    /// The framework with one route.
    static Task hello(Path folder) throws IOException {
        return of(folder, HELLO);
    }

    private static Task of(Path folder, List<String> needed) throws IOException {
        var libraries = Files.createDirectories(folder.resolve("lib"));
        for (Path entry : Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList()) {
            var name = entry.getFileName().toString();
            if (entry.endsWith("bench/target/classes")) {
                copy(entry, folder);
            } else if (needed.stream()
                            .anyMatch(part ->
                                    name.startsWith(part) || entry.toString().contains("/" + part + "/"))
                    || name.startsWith("functions-bench")) {
                Files.copy(entry, libraries.resolve(name));
            }
        }
        return new Task(folder);
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
