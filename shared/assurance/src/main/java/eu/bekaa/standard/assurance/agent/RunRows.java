package eu.bekaa.standard.assurance.agent;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RunRows extends GenericRepository<AgentRun, UUID> {
    /// What an organization's runs have used up.
    @Introspected
    record Spent(long tokens, double seconds) {}

    AgentRun save(AgentRun run);

    @Query("""
            UPDATE agent_run
               SET input = :input
             WHERE organization_id = :org
               AND agent_run_id = :id
            """)
    void keepInput(UUID org, UUID id, String input);

    @Query("SELECT * FROM agent_run WHERE organization_id = :org AND agent_run_id = :id")
    Optional<AgentRun> find(UUID org, UUID id);

    /// Only touches the row, so that whoever else would change it waits.
    @Query("""
            UPDATE agent_run
               SET status = status
             WHERE organization_id = :org
               AND agent_run_id = :id
            """)
    int lock(UUID org, UUID id);

    @Query("""
            SELECT agent_run_id, organization_id, assessment_id, agent_id, agent_version, prompt_version, model, driver,
                   framework_id, scf_version_id, status, input_hash, output_hash, confidence_score, metadata, input_tokens,
                   output_tokens, model_calls, seconds, requested_by, trace_id, created_at, started_at, completed_at
              FROM agent_run
             WHERE organization_id = :org
               AND (CAST(:assessment AS uuid) IS NULL OR assessment_id = :assessment)
               AND (CAST(:agent AS text) IS NULL OR agent_id = :agent)
               AND (CAST(:status AS text) IS NULL OR status = :status)
               AND (CAST(:before AS uuid) IS NULL OR agent_run_id < :before)
             ORDER BY agent_run_id DESC
             LIMIT :rows
            """)
    List<AgentRun> page(
            UUID org,
            @Nullable UUID assessment,
            @Nullable String agent,
            @Nullable RunStatus status,
            @Nullable UUID before,
            int rows);

    @Query("SELECT input FROM agent_run WHERE organization_id = :org AND agent_run_id = :id")
    Optional<String> input(UUID org, UUID id);

    @Query("SELECT output FROM agent_run WHERE organization_id = :org AND agent_run_id = :id AND status = 'completed'")
    Optional<String> output(UUID org, UUID id);

    @Query("""
            UPDATE agent_run
               SET status = 'running', started_at = CASE WHEN status = 'queued' THEN :now ELSE started_at END
             WHERE organization_id = :org
               AND agent_run_id = :id
               AND status IN ('queued', 'running')
            """)
    int begin(UUID org, UUID id, Instant now);

    @Query("""
            UPDATE agent_run
               SET input_tokens = input_tokens + :input, output_tokens = output_tokens + :output, model_calls = model_calls + 1
             WHERE organization_id = :org
               AND agent_run_id = :id
            """)
    void spend(UUID org, UUID id, long input, long output);

    /// Runs that an outside driver has had for longer than it may.
    @Query("""
            SELECT agent_run_id
              FROM agent_run
             WHERE organization_id = :org
               AND driver = 'external'
               AND status = 'running'
               AND started_at <= :before
             ORDER BY agent_run_id
             LIMIT 1000
            """)
    List<UUID> abandoned(UUID org, Instant before);

    /// The time of an outside driver is not ours, and not counted.
    @Query("""
            SELECT COALESCE(SUM(input_tokens + output_tokens), 0) AS tokens,
                   COALESCE(SUM(seconds) FILTER (WHERE driver = 'platform'), 0) AS seconds
              FROM agent_run
             WHERE organization_id = :org
               AND created_at >= :since
            """)
    Spent spentSince(UUID org, Instant since);

    @Query("""
            UPDATE agent_run
               SET metadata = CAST(:metadata AS jsonb)
             WHERE organization_id = :org
               AND agent_run_id = :id
            """)
    void annotate(UUID org, UUID id, @TypeDef(type = DataType.JSON) Map<String, Object> metadata);

    @Query("""
            UPDATE agent_run
               SET status = 'completed', output = :output, output_hash = :hash, confidence_score = :confidence, input = NULL,
                   metadata = CAST(:metadata AS jsonb), completed_at = :now, seconds = seconds + :seconds
             WHERE organization_id = :org
               AND agent_run_id = :id
               AND status = 'running'
            """)
    int complete(
            UUID org,
            UUID id,
            String output,
            String hash,
            double confidence,
            @TypeDef(type = DataType.JSON) Map<String, Object> metadata,
            Instant now,
            double seconds);

    @Query("""
            UPDATE agent_run
               SET status = :status, input = NULL, metadata = CAST(:metadata AS jsonb), completed_at = :now,
                   seconds = seconds + :seconds
             WHERE organization_id = :org
               AND agent_run_id = :id
               AND status IN ('queued', 'running')
            """)
    int end(
            UUID org,
            UUID id,
            RunStatus status,
            @TypeDef(type = DataType.JSON) Map<String, Object> metadata,
            Instant now,
            double seconds);
}
