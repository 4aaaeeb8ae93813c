package eu.bekaa.standard.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The share of a core that Lambda gives a function by its memory: 1,769 MB are a whole one. Kept by a control group of
/// Linux (cgroup v1), in turns of 20 ms.
record ProcessorShare(int memoryMb) implements AutoCloseable {
    private static final Path GROUPS = Path.of("/sys/fs/cgroup/cpu");
    private static final Path GROUP = GROUPS.resolve("standard-bench");
    static final int MB_OF_A_CORE = 1769;
    private static final int TURN_MICROSECONDS = 20_000;

    /// Whether shares can be kept here: it takes root and the first version of control groups.
    static boolean isPossible() {
        return Files.isWritable(GROUPS.resolve("cgroup.procs"));
    }

    static ProcessorShare keep(int memoryMb, long process) throws IOException {
        var share = new ProcessorShare(memoryMb);
        Files.createDirectories(GROUP);
        write("cpu.cfs_period_us", TURN_MICROSECONDS);
        write("cpu.cfs_quota_us", Math.round(TURN_MICROSECONDS * share.cores()));
        write("cgroup.procs", process);
        return share;
    }

    double cores() {
        return (double) memoryMb / MB_OF_A_CORE;
    }

    /// Its process must have ended.
    @Override
    public void close() throws IOException {
        Files.delete(GROUP);
    }

    private static void write(String file, long value) throws IOException {
        Files.writeString(GROUP.resolve(file), Long.toString(value));
    }
}
