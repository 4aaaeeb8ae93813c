package eu.bekaa.standard.lambdaruntime;

import java.util.List;
import java.util.Map;

/// How a function is started.
/// @param function    its name
/// @param handler     the handler's class, with `::method` where it is not `handleRequest`
/// @param options     the JVM's options, as `JAVA_TOOL_OPTIONS` would say them
/// @param environment what its deployment adds to the environment
/// @param memoryMb    the memory it is given; the JVM sizes its heap by it, as Lambda has it do
/// @param start       by way of what
public record Launch(
        String function,
        String handler,
        List<String> options,
        Map<String, String> environment,
        int memoryMb,
        Start start) {
    /// What the deployment says for functions that start often: compile quickly, collect on one thread.
    public static final List<String> TUNED =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-ShrinkHeapInSteps");

    private static final int MEMORY_MB = 1024;

    /// How a function comes to life.
    public enum Start {
        /// On the managed runtime, whose client loads the zip's libraries by a class loader of its own.
        PLAIN,
        /// As `PLAIN`, by way of a snapshot.
        SNAP_START,
        /// From an image of our own, with everything on the JVM's class path, as class-data archives and AOT caches
        /// ask.
        IMAGE
    }

    public Launch {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /// A function without a snapshot, with the options of the deployment.
    public static Launch of(String function, String handler, Map<String, String> environment) {
        return new Launch(function, handler, TUNED, environment, MEMORY_MB, Start.PLAIN);
    }

    /// The same with a snapshot.
    public Launch withSnapStart() {
        return by(Start.SNAP_START);
    }

    /// The same, started otherwise.
    public Launch by(Start other) {
        return new Launch(function, handler, options, environment, memoryMb, other);
    }

    /// The same with other options.
    public Launch with(List<String> others) {
        return new Launch(function, handler, others, environment, memoryMb, start);
    }

    /// The same with as much memory.
    public Launch withMemory(int megabytes) {
        return new Launch(function, handler, options, environment, megabytes, start);
    }
}
