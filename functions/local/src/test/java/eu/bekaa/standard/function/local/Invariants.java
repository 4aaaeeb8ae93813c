package eu.bekaa.standard.function.local;

import eu.bekaa.standard.function.local.demo.Answers;
import eu.bekaa.standard.function.local.demo.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// What holds in a platform at any time, and what holds when it has come to rest: looked at in its database, in its
/// bucket and through its own verification of the audit log, not in what it says of itself.
final class Invariants {
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(100);

    /// Each names what breaks it. The two minutes of a lease, and the time until the sweep has rung for it again.
    private static final Map<String, String> ALWAYS = new TreeMap<>(Map.ofEntries(
            Map.entry("a job whose lease has lapsed and that nobody took over", """
                SELECT job_id FROM job WHERE status = 'running' AND lease_until < now() - interval '2 minutes 30 seconds'
                """),
            Map.entry("the same work accepted twice", """
                SELECT min(kind) || ' of ' || subject_id
                  FROM job
                 WHERE kind IN ('extract_and_chunk', 'scf_import', 'render_report', 'spread_event')
                 GROUP BY kind, subject_id, payload
                HAVING count(*) > 1
                """),
            Map.entry("a document that counts as embedded and is not", """
                SELECT d.document_id
                  FROM document d
                 WHERE d.status = 'embedded'
                   AND (NOT EXISTS (SELECT 1 FROM document_chunk c WHERE c.document_id = d.document_id AND c.active)
                        OR EXISTS (SELECT 1
                                     FROM document_chunk c
                                    WHERE c.document_id = d.document_id
                                      AND c.active
                                      AND c.embedding_status <> 'embedded'))
                """),
            Map.entry("a chunk whose vectors are not all there, or there twice", """
                SELECT r.vector_reference_id
                  FROM vector_reference r
                  LEFT JOIN chunk_vector v ON v.organization_id = r.organization_id AND v.chunk_id = r.chunk_id
                   AND v.model = r.model
                  LEFT JOIN chunk_sign s ON s.organization_id = v.organization_id AND s.chunk_id = v.chunk_id
                   AND s.model = v.model AND s.part = v.part
                 WHERE r.parts IS NOT NULL
                 GROUP BY r.vector_reference_id
                HAVING count(v.part) <> r.parts OR count(s.part) <> r.parts
                """),
            Map.entry("an embedded chunk without a vector", """
                SELECT c.chunk_id
                  FROM document_chunk c
                 WHERE c.embedding_status = 'embedded'
                   AND NOT EXISTS (SELECT 1 FROM vector_reference r WHERE r.chunk_id = c.chunk_id)
                """),
            Map.entry("a document without the work on it", """
                SELECT d.document_id
                  FROM document d
                 WHERE d.status <> 'rejected'
                   AND NOT EXISTS (SELECT 1 FROM job j WHERE j.subject_id = d.document_id)
                """),
            Map.entry("an assessment without the record of its making, or with two", """
                SELECT a.assessment_id
                  FROM assessment a
                  LEFT JOIN audit_record r ON r.resource_id = a.assessment_id AND r.action = 'assessment.created'
                 GROUP BY a.assessment_id
                HAVING count(r.audit_id) <> 1
                """),
            Map.entry("an assessment whose making is not told, or told twice", """
                SELECT a.assessment_id
                  FROM assessment a
                  LEFT JOIN domain_event e ON e.assessment_id = a.assessment_id AND e.event_type = 'assessment.created'
                 GROUP BY a.assessment_id
                HAVING count(e.event_id) <> 1
                """),
            Map.entry("an event without the job that spreads it", """
                SELECT e.event_id
                  FROM domain_event e
                 WHERE e.event_type <> 'webhook.test'
                   AND NOT EXISTS (SELECT 1 FROM job j WHERE j.subject_id = e.event_id AND j.kind = 'spread_event')
                """),
            Map.entry("an audit head that is not the newest record", """
                SELECT h.organization_id
                  FROM audit_head h
                  JOIN audit_record r USING (organization_id)
                 GROUP BY h.organization_id
                HAVING max(r.sequence) <> h.sequence OR count(*) <> h.sequence
                """),
            Map.entry("an idempotency key without its answer", """
                SELECT key FROM idempotency_key WHERE status IS NULL
                """),
            Map.entry("a transaction that nobody ends", """
                SELECT pid
                  FROM pg_stat_activity
                 WHERE datname = current_database()
                   AND xact_start < now() - interval '90 seconds'
                   AND state LIKE 'idle in transaction%'
                """)));

    private static final Map<String, String> AT_REST = Map.of(
            "an event that a webhook has not been told", """
            SELECT e.event_type || ' ' || e.event_id
              FROM domain_event e
              JOIN webhook w ON w.organization_id = e.organization_id AND e.occurred_at > w.created_at
             WHERE e.event_type = 'assessment.created'
               AND NOT EXISTS (SELECT 1
                                 FROM webhook_delivery d
                                WHERE d.event_id = e.event_id
                                  AND d.webhook_id = w.webhook_id
                                  AND d.status = 'delivered')
            """,
            "work that failed", """
            SELECT kind || ' ' || job_id || ' ' || COALESCE(error_code, '') FROM job WHERE status = 'failed'
            """,
            "a document that did not come through", """
            SELECT document_id || ' ' || status FROM document WHERE status NOT IN ('embedded', 'rejected')
            """,
            "an import that did not come through", """
            SELECT import_run_id || ' ' || status FROM scf_import_run WHERE status <> 'succeeded'
            """,
            "a report file that is not there", """
            SELECT version_id || ' ' || status FROM report_file WHERE status <> 'ready'
            """);

    /// Kept objects and what their rows say of them.
    private static final String KEPT = """
        SELECT storage_key || ' ' || content_hash FROM document WHERE status <> 'rejected'
         UNION ALL
        SELECT storage_key || ' ' || content_hash FROM report_file WHERE status = 'ready'
         UNION ALL
        SELECT object_key || ' ' || source_hash FROM scf_import_run
        """;
    private static final String UNDER_WAY = "SELECT kind || ' ' || status || ' attempt ' || attempt_count"
            + " FROM job WHERE status IN ('queued', 'running', 'retrying')";

    private final FaultyPlatform platform;
    private final Api auditor;

    Invariants(FaultyPlatform platform) {
        this.platform = platform;
        this.auditor = platform.signIn(People.APPROVER);
    }

    /// What is broken though the platform may still be at work.
    List<String> broken() throws SQLException {
        var broken = new ArrayList<String>();
        look(ALWAYS, broken);
        if (!"ok".equals(auditor.get("/api/audit/verify").get("status"))) {
            broken.add("the audit chain does not verify");
        }
        return broken;
    }

    /// Waits until all accepted work has ended, and looks at everything.
    /// @param seconds how long it may take
    List<String> brokenAtRest(long seconds) throws SQLException, IOException {
        var broken = new ArrayList<>(awaitRest(seconds));
        broken.addAll(broken());
        look(AT_REST, broken);
        objects(broken);
        return broken;
    }

    /// @param answers the answers to keyed requests for assessments, by the names that these were to have
    List<String> missing(Map<String, String> answers, String prefix) throws SQLException {
        var broken = new ArrayList<String>();
        var there = new HashMap<String, String>();
        try (var ledger = platform.ledger()) {
            for (var row : ledger.texts(
                    "SELECT name || '=' || assessment_id FROM assessment WHERE name LIKE ?", prefix + " %")) {
                var parts = row.split("=", 2);
                if (there.put(parts[0], parts[1]) != null) {
                    broken.add(parts[0] + " was made twice");
                }
            }
        }
        answers.forEach((name, answer) -> {
            var id = there.remove(name);
            if (id == null || !answer.contains(id)) {
                broken.add(name + " was acknowledged and is not there");
            }
        });
        there.keySet().forEach(name -> broken.add(name + " is there and was never acknowledged"));
        return broken;
    }

    private List<String> awaitRest(long seconds) throws SQLException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (var ledger = platform.ledger()) {
            var left = ledger.texts(UNDER_WAY);
            while (!left.isEmpty() && System.nanoTime() < until) {
                LockSupport.parkNanos(GLANCE);
                left = ledger.texts(UNDER_WAY);
            }
            return left.stream().map(job -> "work that does not end: " + job).toList();
        }
    }

    private void look(Map<String, String> queries, List<String> broken) throws SQLException {
        try (var ledger = platform.ledger()) {
            for (var query : queries.entrySet()) {
                ledger.texts(query.getValue()).forEach(row -> broken.add(query.getKey() + ": " + row));
            }
        }
    }

    private void objects(List<String> broken) throws SQLException, IOException {
        try (var ledger = platform.ledger()) {
            for (var row : ledger.texts(KEPT)) {
                var file = platform.bucket().resolve(row.substring(0, row.lastIndexOf(' ')));
                var hash = row.substring(row.lastIndexOf(' ') + 1);
                if (!Files.exists(file)) {
                    broken.add("an object that is not there: " + file);
                } else if (!hash(file).equals(hash.replace("sha256:", ""))) {
                    broken.add("an object with other bytes than were accepted: " + file);
                }
            }
        }
    }

    private static String hash(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// The id in the answer to an upload of a document.
    static String document(Map<String, Object> answer) {
        return Answers.text(Answers.nested(answer, "document"), "document_id");
    }
}
