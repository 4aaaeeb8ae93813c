package eu.bekaa.standard.bench.coldstart;

import eu.bekaa.standard.bench.Samples;
import eu.bekaa.standard.lambdaruntime.Launch;
import eu.bekaa.standard.lambdaruntime.Sandbox;
import eu.bekaa.standard.lambdaruntime.Task;
import java.nio.charset.StandardCharsets;

/// A function that has been running for a while.
record Warm(Samples latency, long residentBytes) {
    static Warm measured(Task task, Launch launch, String text, int times) {
        var event = text.getBytes(StandardCharsets.UTF_8);
        try (var sandbox = Sandbox.start(task, launch)) {
            for (int i = 0; i < times; i++) {
                sandbox.invoke(event);
            }
            var latency = new Samples();
            for (int i = 0; i < times; i++) {
                var start = System.nanoTime();
                sandbox.invoke(event);
                latency.add(ColdStart.seconds(start));
            }
            return new Warm(latency, sandbox.residentBytes());
        }
    }
}
