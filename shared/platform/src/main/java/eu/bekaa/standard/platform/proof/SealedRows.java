package eu.bekaa.standard.platform.proof;

import eu.bekaa.standard.platform.identity.Organization;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SealedRows extends GenericRepository<Organization, UUID> {
    @Query("SELECT organization_id FROM observed_organizations()")
    List<UUID> organizations();
}
