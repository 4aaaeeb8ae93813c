package eu.bekaa.standard.platform.webhook;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DeliveryRows extends GenericRepository<Delivery, UUID> {
    Delivery save(Delivery delivery);

    List<Delivery> saveAll(Iterable<Delivery> deliveries);

    @Query("""
            SELECT *
              FROM webhook_delivery
             WHERE organization_id = :org
               AND webhook_id = :webhook
             ORDER BY created_at DESC, delivery_id DESC
             LIMIT :rows
            """)
    List<Delivery> newest(UUID org, UUID webhook, int rows);

    /// What is to be told now, in the order in which it happened.
    @Query("""
            SELECT d.*
              FROM webhook_delivery d
              JOIN domain_event e ON e.organization_id = d.organization_id AND e.event_id = d.event_id
             WHERE d.organization_id = :org
               AND d.webhook_id = :webhook
               AND d.status IN ('pending', 'retrying')
               AND COALESCE(d.next_retry_at, d.created_at) <= :now
             ORDER BY e.occurred_at, d.event_id
             LIMIT :rows
            """)
    List<Delivery> due(UUID org, UUID webhook, Instant now, int rows);

    @Query("""
            SELECT MIN(COALESCE(next_retry_at, created_at))
              FROM webhook_delivery
             WHERE organization_id = :org
               AND webhook_id = :webhook
               AND status IN ('pending', 'retrying')
            """)
    Optional<Instant> nextDue(UUID org, UUID webhook);

    /// One attempt as it is recorded.
    @Serdeable
    record Tried(
            UUID id,
            DeliveryStatus status,
            @Nullable Integer httpStatus,
            int number,
            Instant at,
            @Nullable Instant next,
            @Nullable String body,
            @Nullable String failure) {}

    /// Records attempts, but for those whose like another has recorded.
    /// @return the deliveries that changed
    @Query("""
            UPDATE webhook_delivery d
               SET status = t.status, http_status = t.http_status, attempt_count = t.number, last_attempted_at = t.at,
                   next_retry_at = t.next, response_body = t.body, failure = t.failure
              FROM json_to_recordset(CAST(:tried AS json))
                   AS t (id uuid, status text, http_status int, number int, at timestamptz, next timestamptz, body text, failure text)
             WHERE d.organization_id = :org
               AND d.delivery_id = t.id
               AND d.attempt_count = t.number - 1
               AND d.status IN ('pending', 'retrying')
            RETURNING d.delivery_id
            """)
    List<UUID> attempted(UUID org, @TypeDef(type = DataType.JSON) List<Tried> tried);

    @Query("""
            UPDATE webhook_delivery
               SET status = 'failed', next_retry_at = NULL, failure = :reason
             WHERE organization_id = :org
               AND webhook_id = :webhook
               AND status IN ('pending', 'retrying')
            """)
    int giveUp(UUID org, UUID webhook, String reason);
}
