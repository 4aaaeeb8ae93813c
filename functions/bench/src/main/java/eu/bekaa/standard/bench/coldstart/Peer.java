package eu.bekaa.standard.bench.coldstart;

import eu.bekaa.standard.lambdaruntime.Launch;
import eu.bekaa.standard.lambdaruntime.Task;

/// What a function is compared with.
record Peer(Task task, Launch launch) {
    double firstAnswer() {
        return Starts.firstAnswer(task, launch, Subject.HELLO);
    }
}
