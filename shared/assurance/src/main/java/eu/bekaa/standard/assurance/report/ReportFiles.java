package eu.bekaa.standard.assurance.report;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReportFiles extends GenericRepository<ReportFile, UUID> {
    /// Puts a rendering in the queue, for the first time or again.
    @Query("""
            INSERT INTO report_file (version_id, organization_id, format, status, job_id, updated_at)
            VALUES (:version, :org, :format, 'queued', :job, :at)
            ON CONFLICT (version_id, format) DO UPDATE
               SET status = 'queued', job_id = EXCLUDED.job_id, reason = NULL, updated_at = EXCLUDED.updated_at
             WHERE report_file.organization_id = :org
               AND report_file.status = 'failed'
            """)
    void queue(UUID version, UUID org, Format format, UUID job, Instant at);

    @Query("SELECT * FROM report_file WHERE organization_id = :org AND version_id = :version AND format = :format")
    Optional<ReportFile> find(UUID org, UUID version, Format format);

    @Query("SELECT * FROM report_file WHERE organization_id = :org AND version_id = :version ORDER BY format")
    List<ReportFile> ofVersion(UUID org, UUID version);

    @Query("""
            SELECT f.*
              FROM report_file f
              JOIN report r ON r.organization_id = f.organization_id AND r.version_id = f.version_id
             WHERE f.organization_id = :org
               AND r.assessment_id = :assessment
             ORDER BY f.version_id, f.format
            """)
    List<ReportFile> ofAssessment(UUID org, UUID assessment);

    @Query("""
            UPDATE report_file
               SET status = 'rendering', updated_at = :at
             WHERE organization_id = :org
               AND version_id = :version
               AND format = :format
               AND job_id = :job
               AND status = 'queued'
            """)
    int begin(UUID org, UUID version, Format format, UUID job, Instant at);

    @Query("""
            UPDATE report_file
               SET status = 'ready', storage_key = :key, content_hash = :hash, size_bytes = :size, updated_at = :at
             WHERE organization_id = :org
               AND version_id = :version
               AND format = :format
               AND job_id = :job
            """)
    int finish(UUID org, UUID version, Format format, UUID job, String key, String hash, long size, Instant at);

    @Query("""
            UPDATE report_file
               SET status = 'failed', reason = :reason, updated_at = :at
             WHERE organization_id = :org
               AND version_id = :version
               AND format = :format
               AND job_id = :job
            """)
    int fail(UUID org, UUID version, Format format, UUID job, String reason, Instant at);

    @Query("""
            UPDATE report_file
               SET status = 'failed', reason = :reason, storage_key = NULL, content_hash = NULL, size_bytes = NULL,
                   updated_at = :at
             WHERE organization_id = :org
               AND version_id = :version
               AND format = :format
               AND job_id = :job
               AND status = 'ready'
            """)
    int spoil(UUID org, UUID version, Format format, UUID job, String reason, Instant at);
}
