package eu.bekaa.standard.platform.apikey;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ApiKeys extends GenericRepository<ApiKey, UUID> {
    ApiKey save(ApiKey key);

    ApiKey update(ApiKey key);

    @Query("""
            SELECT *
              FROM api_key
             WHERE organization_id = :org
             ORDER BY created_at, api_key_id
            """)
    List<ApiKey> all(UUID org);

    @Query("""
            SELECT *
              FROM api_key
             WHERE organization_id = :org
               AND api_key_id = :id
               FOR UPDATE
            """)
    Optional<ApiKey> locked(UUID org, UUID id);

    @Query("""
            UPDATE api_key
               SET revokes_at = :at, successor_id = :successor
             WHERE organization_id = :org
               AND api_key_id = :id
            """)
    void revoke(UUID org, UUID id, Instant at, @Nullable UUID successor);
}
