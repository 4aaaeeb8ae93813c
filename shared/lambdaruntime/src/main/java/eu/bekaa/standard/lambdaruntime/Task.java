package eu.bekaa.standard.lambdaruntime;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

/// An unpacked zip: Lambda's `/var/task`.
public record Task(Path directory) {
    /// Its libraries in the order of their names.
    String classPath() throws IOException {
        try (var libraries = Files.list(directory.resolve("lib"))) {
            return libraries.map(Path::toString).sorted().collect(Collectors.joining(File.pathSeparator));
        }
    }

    /// Unpacks the zip as Lambda does.
    /// @throws IOException also when an entry points outside
    public static Task unpack(Path zip, Path to) throws IOException {
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var file = to.resolve(entry.getName()).normalize();
                if (!file.startsWith(to)) {
                    throw new IOException(entry.getName() + " points outside.");
                }
                Files.createDirectories(file.getParent());
                Files.copy(in, file);
            }
        }
        return new Task(to);
    }
}
