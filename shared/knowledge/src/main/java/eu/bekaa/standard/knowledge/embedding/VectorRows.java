package eu.bekaa.standard.knowledge.embedding;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface VectorRows extends GenericRepository<VectorReference, UUID> {
    @Query("""
            SELECT *
              FROM vector_reference
             WHERE organization_id = :org
               AND model = :model
               AND chunk_id IN (:chunks)
            """)
    List<VectorReference> references(UUID org, String model, Collection<UUID> chunks);

    /// Chunks of the organization that have these texts embedded already, one for each text.
    @Query("""
            SELECT DISTINCT ON (text_hash) *
              FROM vector_reference
             WHERE organization_id = :org
               AND model = :model
               AND text_hash IN (:texts)
               AND parts > 0
             ORDER BY text_hash, vector_reference_id
            """)
    List<VectorReference> embedded(UUID org, String model, Collection<String> texts);

    /// Assessments with chunks that another model has embedded, and this one has not.
    @Query("""
            SELECT DISTINCT c.assessment_id
              FROM document_chunk c
             WHERE c.organization_id = :org
               AND c.active
               AND c.embedding_status = 'embedded'
               AND NOT EXISTS (
                   SELECT 1
                     FROM vector_reference r
                    WHERE r.organization_id = :org
                      AND r.chunk_id = c.chunk_id
                      AND r.model = :model)
            """)
    List<UUID> behind(UUID org, String model);

    /// Takes what can no longer be found out of the way of those who search; its vectors stay for the same text to
    /// come.
    @Query("""
            DELETE FROM chunk_sign s
             USING document_chunk c
             WHERE s.organization_id = :org
               AND c.organization_id = :org
               AND c.document_id = :document
               AND NOT c.active
               AND s.chunk_id = c.chunk_id
            """)
    void hideRetired(UUID org, UUID document);
}
