package eu.bekaa.standard.function.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// `standard.env`: what scripts `source`, and where this platform keeps the secrets it made for its people. Readable by
/// its owner only, replaced whole.
final class EnvironmentFile {
    private final Path file;
    private final Map<String, String> values = new LinkedHashMap<>();

    private EnvironmentFile(Path file) {
        this.file = file;
    }

    /// @throws StartFailure when the file is there but cannot be read
    static EnvironmentFile at(Path file) {
        var environment = new EnvironmentFile(file);
        if (Files.exists(file)) {
            environment.read();
        }
        return environment;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /// @throws NullPointerException for a name that was never put
    String get(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    void put(String name, String value) {
        values.put(name, value);
    }

    void write() {
        var text = new StringBuilder("# Written by the local platform at every start. Use: source " + file + "\n");
        values.forEach((name, value) ->
                text.append("export ").append(name).append("='").append(value).append("'\n"));
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new StartFailure("The file " + file + " cannot be written.");
        }
    }

    private void read() {
        try {
            for (String line : Files.readAllLines(file)) {
                var parts = line.replaceFirst("^export ", "").split("=", 2);
                if (parts.length == 2 && parts[0].startsWith("STANDARD_")) {
                    values.put(parts[0], parts[1].replaceAll("^'|'$", ""));
                }
            }
        } catch (IOException failure) {
            throw new StartFailure("The file " + file + " cannot be read.");
        }
    }
}
