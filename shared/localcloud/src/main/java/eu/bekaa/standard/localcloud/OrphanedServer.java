package eu.bekaa.standard.localcloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A PostgreSQL whose JVM was killed: it still serves a data directory that nobody else uses.
final class OrphanedServer {
    private static final int PATIENCE_SECONDS = 10;

    private final ProcessHandle process;

    private OrphanedServer(ProcessHandle process) {
        this.process = process;
    }

    /// The server that runs on a data directory, by its pid file. A process that merely got the same number since is
    /// left alone, and the stale file removed, since the server would take it for a living one.
    static Optional<OrphanedServer> in(Path data) {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(pidFile);
            var process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
            if (process.isPresent() && serves(process.get(), data)) {
                return process.map(OrphanedServer::new);
            }
            Files.delete(pidFile);
            return Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalStateException("The pid file " + pidFile + " cannot be read.", unreadable);
        }
    }

    /// Ends it as an administrator would: open transactions are rolled back, the files are left in order. Killed only
    /// when it does not end in time; the next start then recovers from its log.
    void end() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process.onExit().join();
        } catch (IOException | ExecutionException failure) {
            throw new IllegalStateException("The PostgreSQL of an earlier run could not be ended.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// A postmaster works in its data directory and names it on its command line.
    private static boolean serves(ProcessHandle process, Path data) throws IOException {
        var arguments =
                process.info().arguments().map(all -> String.join(" ", all)).orElse("");
        var command = process.info().command().orElse("");
        var directory = data.toRealPath().toString();
        return command.endsWith("postgres")
                && (arguments.contains(directory)
                        || arguments.contains(data.toString())
                        || worksIn(process, directory));
    }

    private static boolean worksIn(ProcessHandle process, String directory) throws IOException {
        var working = Path.of("/proc", Long.toString(process.pid()), "cwd");
        return Files.exists(working) && working.toRealPath().toString().equals(directory);
    }
}
