package eu.bekaa.standard.platform.webhook;

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

@JdbcRepository(dialect = Dialect.POSTGRES)
interface WebhookRows extends GenericRepository<Webhook, UUID> {
    Webhook save(Webhook webhook);

    @Query("SELECT * FROM webhook WHERE organization_id = :org ORDER BY created_at, webhook_id")
    List<Webhook> all(UUID org);

    @Query("SELECT * FROM webhook WHERE organization_id = :org AND webhook_id = :id")
    Optional<Webhook> find(UUID org, UUID id);

    @Query("SELECT * FROM webhook WHERE organization_id = :org AND webhook_id = :id FOR UPDATE")
    Optional<Webhook> locked(UUID org, UUID id);

    /// In the order of ids, so that two events never wait for each other.
    @Query("""
            SELECT *
              FROM webhook
             WHERE organization_id = :org
               AND enabled
               AND (cardinality(events) = 0 OR :type = ANY (events))
             ORDER BY webhook_id
               FOR UPDATE
            """)
    List<Webhook> hearing(UUID org, String type);

    /// A webhook that is changed by a person starts with a clean record.
    @Query("""
            UPDATE webhook
               SET url = :url, events = :events, description = :description, enabled = :enabled, disabled_reason = NULL,
                   consecutive_failures = 0, failing_since = NULL, updated_at = :now
             WHERE organization_id = :org
               AND webhook_id = :id
            """)
    void revise(
            UUID org,
            UUID id,
            String url,
            @TypeDef(type = DataType.STRING_ARRAY) List<String> events,
            String description,
            boolean enabled,
            Instant now);

    /// @param until until when the secret that is replaced still signs; null for not at all
    @Query("""
            UPDATE webhook
               SET former_secret = CASE WHEN CAST(:until AS timestamptz) IS NULL THEN NULL ELSE secret END,
                   former_until = CAST(:until AS timestamptz), secret = :secret, secret_masked = :masked, updated_at = :now
             WHERE organization_id = :org
               AND webhook_id = :id
            """)
    void rotate(UUID org, UUID id, byte[] secret, String masked, @Nullable Instant until, Instant now);

    @Query("DELETE FROM webhook WHERE organization_id = :org AND webhook_id = :id")
    int delete(UUID org, UUID id);

    @Query("""
            UPDATE webhook
               SET caller_job = CAST(:job AS uuid), caller_due = CAST(:due AS timestamptz)
             WHERE organization_id = :org
               AND webhook_id = :id
            """)
    void entrust(UUID org, UUID id, @Nullable UUID job, @Nullable Instant due);

    @Query("""
            UPDATE webhook
               SET consecutive_failures = :failures, failing_since = CAST(:since AS timestamptz)
             WHERE organization_id = :org
               AND webhook_id = :id
            """)
    void standing(UUID org, UUID id, int failures, @Nullable Instant since);

    @Query("""
            UPDATE webhook
               SET enabled = false, disabled_reason = :reason, updated_at = :now
             WHERE organization_id = :org
               AND webhook_id = :id
               AND enabled
            """)
    int disable(UUID org, UUID id, String reason, Instant now);
}
