package eu.bekaa.standard.knowledge.document;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReservationRows extends GenericRepository<UploadReservation, UUID> {
    @Introspected
    record Due(UUID documentId, UUID organizationId, String incomingKey, Instant expiresAt, String traceId) {}

    UploadReservation save(UploadReservation reservation);

    @Query("SELECT * FROM upload_reservation WHERE organization_id = :org AND document_id = :id")
    Optional<UploadReservation> find(UUID org, UUID id);

    @Query("DELETE FROM upload_reservation WHERE organization_id = :org AND document_id = :id")
    int take(UUID org, UUID id);

    @Query("SELECT * FROM due_uploads(:before, :most)")
    List<Due> due(Instant before, int most);
}
