package eu.bekaa.standard.queue;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface JobRows extends GenericRepository<Job, UUID> {
    @Introspected
    record Due(UUID jobId, UUID organizationId, Queue queue, JobKind kind, String traceId) {}

    @Introspected
    record Tally(Queue queue, long unfinished, double oldestSeconds, long failed) {}

    Job save(Job job);

    @Query("SELECT * FROM job WHERE organization_id = :org AND job_id = :id")
    Optional<Job> find(UUID org, UUID id);

    @Query("""
            SELECT *
              FROM job
             WHERE organization_id = :org
               AND subject_id IN (:subjects)
             ORDER BY queued_at, job_id
            """)
    List<Job> ofSubjects(UUID org, Collection<UUID> subjects);

    @Query("""
            UPDATE job
               SET status = 'running', attempt_count = attempt_count + 1, lease_token = :token, lease_until = :until,
                   started_at = COALESCE(started_at, :now)
             WHERE organization_id = :org
               AND job_id = :id
               AND (status IN ('queued', 'retrying') AND not_before <= :now OR status = 'running' AND lease_until < :now)
            """)
    int claim(UUID org, UUID id, UUID token, Instant until, Instant now);

    @Query("""
            UPDATE job
               SET lease_until = :until
             WHERE organization_id = :org
               AND job_id = :id
               AND lease_token = :token
               AND status = 'running'
            """)
    int renew(UUID org, UUID id, UUID token, Instant until);

    @Query("""
            UPDATE job
               SET progress_done = :done, progress_total = :total, lease_until = :until
             WHERE organization_id = :org
               AND job_id = :id
               AND lease_token = :token
               AND status = 'running'
            """)
    int progress(UUID org, UUID id, UUID token, long done, long total, Instant until);

    @Query("""
            UPDATE job
               SET status = :status, error_code = :code, error_message_safe = :message, not_before = :notBefore,
                   completed_at = CAST(:completedAt AS timestamptz),
                   progress_done = CASE WHEN :status = 'succeeded' THEN progress_total ELSE progress_done END
             WHERE organization_id = :org
               AND job_id = :id
               AND lease_token = :token
               AND status = 'running'
            """)
    int end(
            UUID org,
            UUID id,
            UUID token,
            JobStatus status,
            @Nullable String code,
            @Nullable String message,
            Instant notBefore,
            @Nullable Instant completedAt);

    @Query("""
            UPDATE job
               SET status = 'cancelled', completed_at = :now
             WHERE organization_id = :org
               AND subject_id = :subject
               AND status IN ('queued', 'retrying')
            """)
    int cancel(UUID org, UUID subject, Instant now);

    @Query("SELECT * FROM due_work(:now, CAST(:silence AS interval), :most)")
    List<Due> due(Instant now, String silence, int most);

    @Query("SELECT 1 FROM abandon_leases(:now)")
    int abandonLeases(Instant now);

    @Query("""
            SELECT queue,
                   COUNT(*) FILTER (WHERE status IN ('queued', 'running', 'retrying')) AS unfinished,
                   COALESCE(EXTRACT(EPOCH FROM CAST(:now AS timestamptz)
                            - MIN(queued_at) FILTER (WHERE status IN ('queued', 'running', 'retrying'))), 0) AS oldest_seconds,
                   COUNT(*) FILTER (WHERE status = 'failed') AS failed
              FROM job
             WHERE organization_id = :org
               AND (status IN ('queued', 'running', 'retrying') OR status = 'failed' AND completed_at >= :since)
             GROUP BY queue
             ORDER BY queue
            """)
    List<Tally> tallies(UUID org, Instant now, Instant since);
}
