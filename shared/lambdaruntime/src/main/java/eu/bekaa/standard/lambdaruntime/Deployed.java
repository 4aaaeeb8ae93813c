package eu.bekaa.standard.lambdaruntime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;

/// A function with its sandboxes: one more is started when all are busy, up to a limit, as reserved concurrency does.
public final class Deployed implements Invocable, AutoCloseable {
    private final Task task;
    private final Launch launch;
    private final Semaphore free;
    private final Deque<Sandbox> idle = new ArrayDeque<>();
    private final List<Sandbox> all = new ArrayList<>();

    /// @param concurrency how many events it works on at a time
    public Deployed(Task task, Launch launch, int concurrency) {
        this.task = task;
        this.launch = launch;
        this.free = new Semaphore(concurrency, true);
    }

    @Override
    public byte[] invoke(byte[] event) {
        free.acquireUninterruptibly();
        try {
            var sandbox = sandbox();
            var answer = sandbox.invoke(event);
            synchronized (this) {
                idle.push(sandbox);
            }
            return answer;
        } finally {
            free.release();
        }
    }

    /// What its sandboxes have printed.
    public synchronized String output() {
        return String.join("\n", all.stream().map(Sandbox::output).toList());
    }

    @Override
    public synchronized void close() {
        all.forEach(Sandbox::close);
    }

    @Override
    public String toString() {
        return launch.function();
    }

    /// One that has nothing to do, or a new one. One that has failed is not used again, as on Lambda.
    private Sandbox sandbox() {
        Sandbox started;
        synchronized (this) {
            var waiting = idle.poll();
            if (waiting != null) {
                return waiting;
            }
            started = Sandbox.start(task, launch);
            all.add(started);
        }
        return started.awaitReady();
    }
}
