package eu.bekaa.standard.knowledge.document;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface DocumentRows extends GenericRepository<Document, UUID> {
    Document save(Document document);

    @Query("SELECT * FROM document WHERE organization_id = :org AND document_id = :id")
    Optional<Document> find(UUID org, UUID id);

    @Query("SELECT * FROM document WHERE organization_id = :org AND document_id = :id FOR UPDATE")
    Optional<Document> lock(UUID org, UUID id);

    @Query("""
            SELECT *
              FROM document
             WHERE organization_id = :org
               AND assessment_id = :assessment
             ORDER BY document_id
            """)
    List<Document> ofAssessment(UUID org, UUID assessment);

    @Query("SELECT * FROM document WHERE organization_id = :org AND document_id IN (:ids)")
    List<Document> all(UUID org, Collection<UUID> ids);

    @Query("SELECT storage_key FROM document WHERE organization_id = :org AND storage_key IN (:keys)")
    List<String> knownKeys(UUID org, Collection<String> keys);

    @Query("""
            UPDATE document
               SET status = :status, status_reason = :reason
             WHERE organization_id = :org
               AND document_id = :id
               AND status NOT IN ('archived', 'rejected')
            """)
    int moveTo(UUID org, UUID id, DocumentStatus status, @Nullable String reason);

    @Query("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(CAST(:subject AS text), 6))")
    int lockIngestion(UUID subject);
}
