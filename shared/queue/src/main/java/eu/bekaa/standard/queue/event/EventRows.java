package eu.bekaa.standard.queue.event;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface EventRows extends GenericRepository<DomainEvent, UUID> {
    DomainEvent save(DomainEvent event);

    @Query("SELECT * FROM domain_event WHERE organization_id = :org AND event_id IN (:ids)")
    List<DomainEvent> find(UUID org, Collection<UUID> ids);
}
