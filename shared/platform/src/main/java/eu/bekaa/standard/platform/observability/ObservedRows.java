package eu.bekaa.standard.platform.observability;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.UUID;

/// What goes across organizations, by named functions only.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ObservedRows extends GenericRepository<AlertRule, UUID> {
    @Query("SELECT 1 FROM purge_metric_readings(:before)")
    int purge(Instant before);
}
