package eu.bekaa.standard.knowledge.document;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ChunkRows extends GenericRepository<DocumentChunk, UUID> {
    void saveAll(Iterable<DocumentChunk> chunks);

    @Query("""
            SELECT chunk_id, organization_id, assessment_id, document_id, chunk_index, chunk_text, text_hash, token_count_estimate,
                   page_number, start_offset, end_offset, location_metadata, embedding_status, active, created_at
              FROM document_chunk
             WHERE organization_id = :org
               AND document_id = :document
               AND active
               AND chunk_index > :after
             ORDER BY chunk_index
             LIMIT :rows
            """)
    List<DocumentChunk> page(UUID org, UUID document, long after, int rows);

    @Query("SELECT count(*) FROM document_chunk WHERE organization_id = :org AND document_id = :document AND active")
    int count(UUID org, UUID document);

    @Query(
            "UPDATE document_chunk SET active = false WHERE organization_id = :org AND document_id = :document AND active")
    int retire(UUID org, UUID document);
}
