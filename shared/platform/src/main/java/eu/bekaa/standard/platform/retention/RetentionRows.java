package eu.bekaa.standard.platform.retention;

import eu.bekaa.standard.platform.identity.Organization;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface RetentionRows extends GenericRepository<Organization, UUID> {
    @Query("SELECT 1 FROM purge_expired(:at)")
    int purge(Instant at);

    @Query("SELECT 1 FROM purge_told(:at)")
    int purgeTold(Instant at);
}
