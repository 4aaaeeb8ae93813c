package eu.bekaa.standard.bench.coldstart;

import eu.bekaa.standard.bench.Samples;
import eu.bekaa.standard.lambdaruntime.Launch;
import eu.bekaa.standard.lambdaruntime.Sandbox;
import eu.bekaa.standard.lambdaruntime.Task;

/// A function that has been running for a while.
record Warm(Samples latency, long residentBytes) {
    static Warm measured(Task task, Launch launch, String event, int times) {
        try (var sandbox = Sandbox.start(task, launch)) {
            for (int i = 0; i < times; i++) {
                Starts.ask(sandbox, event);
            }
            var latency = new Samples();
            for (int i = 0; i < times; i++) {
                var start = System.nanoTime();
                Starts.ask(sandbox, event);
                latency.add(ColdStart.seconds(start));
            }
            return new Warm(latency, sandbox.residentBytes());
        }
    }
}
