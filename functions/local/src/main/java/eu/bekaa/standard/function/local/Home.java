package eu.bekaa.standard.function.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The directory of one local platform, held by one process at a time. Readable by its owner only.
final class Home implements AutoCloseable {
    private final Path directory;
    private final FileChannel channel;

    private Home(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /// Takes hold of the directory, making it when absent.
    /// @throws StartFailure when it cannot be used, or another platform uses it
    static Home take(Path directory) {
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory);
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
            var channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartFailure("Another Standard is running on " + directory
                        + "; stop it, or give this one a STANDARD_HOME of its own.");
            }
            return new Home(directory, channel);
        } catch (IOException failure) {
            throw new StartFailure("The directory " + directory
                    + " cannot be written; make it writable or name another in STANDARD_HOME.");
        }
    }

    Path directory() {
        return directory;
    }

    Path database() {
        return directory.resolve("postgres");
    }

    Path binaries() {
        return directory.resolve("postgres-programs");
    }

    Path objects() {
        return directory.resolve("objects");
    }

    Path logs() {
        return directory.resolve("logs");
    }

    Path environment() {
        return directory.resolve("standard.env");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }
}
