package eu.bekaa.standard.packaging;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// A jar on a function's class path.
record Library(Path jar) {
    /// What every entry is dated, so that the same content gives the same bytes.
    static final LocalDateTime DATE = LocalDateTime.of(2026, 1, 1, 0, 0);

    String name() {
        return jar.getFileName().toString();
    }

    /// The jar as the platform needs it: itself, or a copy without the other platforms' native code.
    /// @param copies where copies are kept for the other functions of this build
    Path on(Platform platform, Path copies) throws IOException {
        if (!hasNatives()) {
            return jar;
        }
        var copy = copies.resolve(platform.toString()).resolve(name());
        if (Files.notExists(copy)) {
            Files.createDirectories(copy.getParent());
            var unfinished = Files.createTempFile(copy.getParent(), name(), ".part");
            copy(platform, unfinished);
            Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private boolean hasNatives() throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).anyMatch(Platform::isNative);
        }
    }

    private void copy(Platform platform, Path to) throws IOException {
        int kept = 0;
        try (var in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)));
                var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            out.setLevel(Deflater.BEST_SPEED);
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var isNative = Platform.isNative(entry.getName());
                if (isNative && !platform.owns(entry.getName())) {
                    continue;
                }
                kept += isNative ? 1 : 0;
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(DATE);
                out.putNextEntry(same);
                in.transferTo(out);
            }
        }
        if (kept == 0) {
            throw new IOException(name() + " has native code, but none for " + platform + ".");
        }
    }
}
