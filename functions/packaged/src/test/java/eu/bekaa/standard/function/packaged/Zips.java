package eu.bekaa.standard.function.packaged;

import eu.bekaa.standard.lambdaruntime.Task;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;

/// The zips that this build has made, unpacked once each.
final class Zips {
    private static final Path FUNCTIONS = Path.of("..").toAbsolutePath().normalize();
    private static final Map<String, Task> UNPACKED = new ConcurrentHashMap<>();

    private Zips() {}

    /// An operation that a function describes.
    record Operation(String method, String path) {}

    /// The zip of a function for this machine's processor, unpacked.
    static Task task(String function) {
        return UNPACKED.computeIfAbsent(function, Zips::unpacked);
    }

    static Path zip(String function, String platform) {
        return target(function).resolve("functions-" + function + "-" + platform + ".zip");
    }

    /// The bill of materials of a function.
    static Path bill(String function) {
        return target(function).resolve("bom.json");
    }

    /// Every function that has been zipped.
    static List<String> functions() {
        try (var modules = Files.list(FUNCTIONS)) {
            return modules.map(module -> module.getFileName().toString())
                    .filter(name -> Files.exists(zip(name, "arm64")))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The operations of every function that describes some.
    static Map<String, List<Operation>> described() {
        var described = new TreeMap<String, List<Operation>>();
        for (String function : functions()) {
            var operations = operations(function);
            if (!operations.isEmpty()) {
                described.put(function, operations);
            }
        }
        return described;
    }

    private static Path target(String function) {
        return FUNCTIONS.resolve(function).resolve("target");
    }

    @SuppressWarnings("unchecked")
    private static List<Operation> operations(String function) {
        var jar = target(function).resolve("functions-" + function + "-1.0.0.jar");
        var operations = new ArrayList<Operation>();
        try (var file = new JarFile(jar.toFile())) {
            var entry = file.getEntry("META-INF/swagger/standard.json");
            if (entry == null) {
                return operations;
            }
            Map<String, Object> document = Objects.requireNonNull((Map<String, Object>) JsonMapper.createDefault()
                    .readValue(file.getInputStream(entry).readAllBytes(), Map.class));
            ((Map<String, Map<String, Object>>) document.getOrDefault("paths", Map.of()))
                    .forEach((path, methods) -> methods.keySet().stream()
                            .filter(method -> !method.equals("parameters"))
                            .forEach(method -> operations.add(new Operation(method.toUpperCase(Locale.ROOT), path))));
            return operations;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Task unpacked(String function) {
        var platform = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
        try {
            var tasks = Files.createDirectories(Path.of("target", "tasks").toAbsolutePath());
            return Task.unpack(zip(function, platform), Files.createTempDirectory(tasks, function));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
