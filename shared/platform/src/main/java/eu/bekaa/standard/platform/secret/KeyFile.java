package eu.bekaa.standard.platform.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// A key in a file that only its owner may read: for a platform on one machine.
public final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    /// The lines of the file. Where there is none it is made, whole or not at all; of two that make it at once the
    /// first counts for both.
    /// @param fresh the lines of a new key, ASCII
    /// @throws IllegalStateException for a file that others may read, or that cannot be read or made
    public static List<String> at(Path file, Supplier<List<String>> fresh) {
        try {
            if (!Files.exists(file)) {
                make(file.toAbsolutePath(), fresh.get());
            }
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalStateException(
                        "The key file " + file + " may be read by others; make it readable by its owner only (600).");
            }
            return Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (IOException failure) {
            throw new IllegalStateException("The key file " + file + " cannot be read.", failure);
        }
    }

    private static void make(Path file, List<String> lines) throws IOException {
        var folder = file.resolveSibling(".");
        Files.createDirectories(folder);
        var draft = Files.createTempFile(folder, "key", null, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.write(draft, lines, StandardCharsets.US_ASCII);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // by another process that has just begun; its key is the one
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
