package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.catalog.ImportStatus;
import eu.bekaa.standard.catalog.source.SourceWarning;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Statements for import runs. They belong to no organization; only platform administrators reach them.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ImportRows extends GenericRepository<ImportRun, UUID> {
    /// A warning with its place in the run's list.
    @Introspected
    record Numbered(
            int ordinal,
            SourceWarning.Rule rule,
            @Nullable String sheet,
            @Nullable Integer rowNumber,
            @Nullable String columnName,
            String message) {
        SourceWarning warning() {
            return new SourceWarning(rule, sheet, rowNumber, columnName, message);
        }
    }

    @Query("""
            INSERT INTO scf_import_run (import_run_id, source_type, source_filename, source_url, source_hash, version_label,
                                        object_key, file_size_bytes, status, progress_percent, started_at,
                                        import_statistics, requested_by, trace_id)
            VALUES (:id, :type, :filename, :url, :hash, :label, :objectKey, :size, 'pending', 0, :at,
                    CAST(:statistics AS jsonb), :by, :traceId)
            """)
    void insert(
            UUID id,
            SourceType type,
            @Nullable String filename,
            @Nullable String url,
            String hash,
            String label,
            String objectKey,
            long size,
            Instant at,
            @TypeDef(type = DataType.JSON) ImportStatistics statistics,
            UUID by,
            String traceId);

    @Query("SELECT * FROM scf_import_run WHERE import_run_id = :id")
    Optional<ImportRun> find(UUID id);

    @Query("""
            SELECT *
              FROM scf_import_run
             ORDER BY started_at DESC, import_run_id DESC
             LIMIT :rows
            """)
    List<ImportRun> newest(int rows);

    @Query("SELECT object_key FROM scf_import_run WHERE import_run_id = :id")
    String objectKey(UUID id);

    @Query("SELECT source_hash FROM scf_version WHERE version_label = :label")
    Optional<String> hashOfLabel(String label);

    @Query("""
            UPDATE scf_import_run
               SET status = 'running', progress_percent = :percent
             WHERE import_run_id = :id
               AND status IN ('pending', 'running')
            """)
    void progress(UUID id, int percent);

    @Query("""
            UPDATE scf_import_run
               SET status = :status, scf_version_id = :version, progress_percent = :percent, completed_at = :at,
                   error_summary_safe = :error, import_statistics = CAST(:statistics AS jsonb)
             WHERE import_run_id = :id
            """)
    void end(
            UUID id,
            ImportStatus status,
            @Nullable UUID version,
            int percent,
            Instant at,
            @Nullable String error,
            @TypeDef(type = DataType.JSON) ImportStatistics statistics);

    @Query("""
            SELECT ordinal, rule, sheet, row_number, column_name, message
              FROM scf_import_warning
             WHERE import_run_id = :id
               AND ordinal > :after
               AND (CAST(:rule AS text) IS NULL OR rule = CAST(:rule AS text))
             ORDER BY ordinal
             LIMIT :rows
            """)
    List<Numbered> warnings(UUID id, long after, @Nullable String rule, int rows);
}
