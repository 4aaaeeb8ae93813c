package eu.bekaa.standard.platform.identity;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DirectoryRows extends GenericRepository<Organization, UUID> {
    @Introspected
    record Named(UUID id, String name) {}

    @Query("SELECT name FROM organization WHERE organization_id = :org")
    Optional<String> organization(UUID org);

    @Query("""
            SELECT u.user_id AS id, u.display_name AS name
              FROM app_user u
              JOIN membership m ON m.user_id = u.user_id
             WHERE m.organization_id = :org
             UNION ALL
            SELECT api_key_id, name
              FROM api_key
             WHERE organization_id = :org
            """)
    List<Named> names(UUID org);
}
