package eu.bekaa.standard.queue;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.testing.TestDatabase;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A worker whose jobs do what their test says. Effects are counted in the audit log, where they commit with the job or
/// not at all.
@Singleton
final class Workshop implements JobWorker {
    private final Map<UUID, Script> scripts = new ConcurrentHashMap<>();
    private final Audit audit;

    Workshop(Audit audit) {
        this.audit = audit;
    }

    /// What to do with a lease.
    interface Script {
        void play(Lease lease) throws Exception;
    }

    /// The process is gone, as far as the code around the worker can tell.
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    void script(UUID subject, Script script) {
        scripts.put(subject, script);
    }

    void effect(Lease lease) {
        audit.record(lease.caller(), "work.done", lease.job().subjectId());
    }

    @Override
    public JobKind kind() {
        return JobKind.EXPORT;
    }

    @Override
    public void work(Lease lease) throws Exception {
        var script = scripts.get(lease.job().subjectId());
        if (script == null) {
            lease.complete(() -> effect(lease));
        } else {
            script.play(lease);
        }
    }

    @Override
    public void failed(Caller caller, Job job, String reason) {
        audit.record(caller, "work.failed", job.subjectId());
    }

    /// How often a thing happened to a subject, as committed.
    static int count(String action, UUID subject) throws SQLException {
        try (var owner = TestDatabase.instance().owner();
                var select = owner.prepareStatement(
                        "SELECT count(*) FROM audit_record WHERE action = ? AND resource_id = ?")) {
            select.setString(1, action);
            select.setObject(2, subject);
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
