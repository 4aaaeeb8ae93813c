package eu.bekaa.standard.lambdaruntime;

import java.util.List;
import java.util.Map;

/// How a function is started.
/// @param function    its name
/// @param handler     the handler's class, with `::method` where it is not `handleRequest`
/// @param options     the JVM's options, as `JAVA_TOOL_OPTIONS` would say them
/// @param environment what its deployment adds to the environment
/// @param snapStart   whether it starts by way of a snapshot
public record Launch(
        String function, String handler, List<String> options, Map<String, String> environment, boolean snapStart) {
    /// What the deployment says for functions that start often: compile quickly, collect on one thread.
    public static final List<String> TUNED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    public Launch {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /// A function without a snapshot, with the options of the deployment.
    public static Launch of(String function, String handler, Map<String, String> environment) {
        return new Launch(function, handler, TUNED, environment, false);
    }

    /// The same with a snapshot.
    public Launch withSnapStart() {
        return new Launch(function, handler, options, environment, true);
    }

    /// The same with other options.
    public Launch with(List<String> others) {
        return new Launch(function, handler, others, environment, snapStart);
    }
}
