package eu.bekaa.standard.platform.notification;

import eu.bekaa.standard.platform.identity.Organization;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RecipientRows extends GenericRepository<Organization, UUID> {
    @Query("""
            SELECT u.user_id, u.email, u.display_name, m.role
              FROM membership m
              JOIN app_user u ON u.user_id = m.user_id
             WHERE m.organization_id = :org
               AND u.status = 'active'
             ORDER BY u.user_id
            """)
    List<Recipient> members(UUID org);
}
