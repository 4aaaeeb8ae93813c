package eu.bekaa.standard.function.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The PostgreSQL of a platform, in the hands of somebody who stops and starts it.
record DatabaseServer(Path home) {
    private static final int PATIENCE_SECONDS = 20;

    /// How it is told to end.
    enum Stop {
        /// No new connections; the old ones may go on until they end by themselves. They are given a moment, and are
        /// then ended fast, or a pool would keep the server up for ever.
        SMART("TERM"),
        /// Open transactions are rolled back.
        FAST("INT"),
        /// The process is gone; what was committed is found again in the log.
        KILL("KILL");

        private final String signal;

        Stop(String signal) {
            this.signal = signal;
        }
    }

    /// Stops it.
    /// @param momentMillis how long a smart stop lets the connections be
    void stop(Stop how, long momentMillis) throws Exception {
        var server = server();
        signal(server, how.signal);
        if (how == Stop.SMART) {
            Thread.sleep(momentMillis);
            if (server.isAlive()) {
                signal(server, Stop.FAST.signal);
            }
        }
        server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /// Starts it as it was started before, on the same port. Returns when it answers.
    void start() throws Exception {
        for (int attempt = 1; ; attempt++) {
            if (restart() == 0) {
                return;
            }
            // the processes of a killed server are still on their way out
            if (attempt == PATIENCE_SECONDS) {
                throw new IllegalStateException(
                        "PostgreSQL does not start:\n" + Files.readString(home.resolve("restart.log")));
            }
            Thread.sleep(500);
        }
    }

    private int restart() throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // it refuses to run as root
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                control().toString(),
                "-D",
                data().toString(),
                "-l",
                home.resolve("restart.log").toString(),
                "-w",
                "restart"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private Path data() {
        return home.resolve("postgres");
    }

    private Path control() throws IOException {
        try (var files = Files.walk(home.resolve("postgres-programs"))) {
            return files.filter(file -> file.endsWith("bin/pg_ctl")).findFirst().orElseThrow();
        }
    }

    private ProcessHandle server() throws IOException {
        var pid = Files.readAllLines(data().resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static void signal(ProcessHandle process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
