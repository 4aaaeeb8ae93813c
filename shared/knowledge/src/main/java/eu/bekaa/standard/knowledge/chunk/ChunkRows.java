package eu.bekaa.standard.knowledge.chunk;

import eu.bekaa.standard.knowledge.document.DocumentChunk;
import eu.bekaa.standard.knowledge.document.EmbeddingStatus;
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
interface ChunkRows extends GenericRepository<DocumentChunk, UUID> {
    /// Everything but the index of words.
    String COLUMNS = """
            SELECT c.chunk_id, c.organization_id, c.assessment_id, c.document_id, c.chunk_index, c.chunk_text, c.text_hash,
                   c.token_count_estimate, c.page_number, c.start_offset, c.end_offset, c.location_metadata, c.embedding_status,
                   c.active, c.created_at
              FROM document_chunk c
            """;

    @Query(COLUMNS + """
             WHERE c.organization_id = :org
               AND c.chunk_id = :id
            """)
    Optional<DocumentChunk> find(UUID org, UUID id);

    @Query(COLUMNS + """
             WHERE c.organization_id = :org
               AND c.chunk_id IN (:ids)
            """)
    List<DocumentChunk> all(UUID org, Collection<UUID> ids);

    @Query(COLUMNS + """
             WHERE c.organization_id = :org
               AND c.active
               AND (CAST(:assessment AS uuid) IS NULL OR c.assessment_id = :assessment)
               AND (CAST(:document AS uuid) IS NULL OR c.document_id = :document)
               AND c.chunk_id > :after
             ORDER BY c.chunk_id
             LIMIT :rows
            """)
    List<DocumentChunk> page(UUID org, @Nullable UUID assessment, @Nullable UUID document, UUID after, int rows);

    /// The active chunks of these documents around these places: one before and one after each.
    @Query(COLUMNS + """
             WHERE c.organization_id = :org
               AND c.active
               AND c.document_id IN (:documents)
               AND c.chunk_index IN (:places)
            """)
    List<DocumentChunk> at(UUID org, Collection<UUID> documents, Collection<Integer> places);

    /// What is still to be embedded of a document, in reading order.
    @Query(COLUMNS + """
             WHERE c.organization_id = :org
               AND c.document_id = :document
               AND c.active
               AND c.embedding_status NOT IN ('embedded', 'skipped')
             ORDER BY c.chunk_index
            """)
    List<DocumentChunk> unembedded(UUID org, UUID document);

    /// The active chunks of an assessment or of one of its documents, in the order they were made.
    @Query(COLUMNS + """
             WHERE c.organization_id = :org
               AND c.assessment_id = :assessment
               AND c.active
               AND (CAST(:document AS uuid) IS NULL OR c.document_id = :document)
             ORDER BY c.chunk_id
            """)
    List<DocumentChunk> ofAssessment(UUID org, UUID assessment, @Nullable UUID document);

    /// Locks the chunks until the transaction ends: one that is retired meanwhile is left alone.
    /// @return those that moved
    @Query("""
            UPDATE document_chunk
               SET embedding_status = :status
             WHERE organization_id = :org
               AND chunk_id IN (:ids)
               AND active
            RETURNING chunk_id
            """)
    List<UUID> move(UUID org, Collection<UUID> ids, EmbeddingStatus status);

    /// Chunks with words of the query, those with most of them first. Half of twenty words weighs more than half of
    /// two.
    @Query("""
            SELECT c.chunk_id,
                   ts_rank('{1,1,1,1}', c.search_words, wanted.words) * sqrt((numnode(wanted.words) + 1) / 2) AS weight
              FROM document_chunk c
             CROSS JOIN (SELECT CAST(replace(CAST(plainto_tsquery('english', :query) AS text), '&', '|') AS tsquery) AS words) wanted
             WHERE c.organization_id = :org
               AND c.assessment_id = :assessment
               AND c.active
               AND c.search_words @@ wanted.words
               AND (CAST(:everywhere AS boolean) OR c.document_id IN (:documents))
             ORDER BY weight DESC, c.chunk_id
             LIMIT :rows
            """)
    List<WordMatch> withWords(
            UUID org, UUID assessment, String query, boolean everywhere, Collection<UUID> documents, int rows);

    /// Chunks that may name one of the values; the index of words cannot tell `AC-2` from `AC 2`.
    @Query(COLUMNS + """
             CROSS JOIN (SELECT CAST(string_agg('(' || CAST(phraseto_tsquery('english', value) AS text) || ')', '|') AS tsquery) AS words
                           FROM unnest(CAST(string_to_array(:values, chr(10)) AS text[])) value
                          WHERE numnode(phraseto_tsquery('english', value)) > 0) wanted
             WHERE c.organization_id = :org
               AND c.assessment_id = :assessment
               AND c.active
               AND c.search_words @@ wanted.words
               AND (CAST(:everywhere AS boolean) OR c.document_id IN (:documents))
             ORDER BY ts_rank(c.search_words, wanted.words) DESC, c.chunk_id
             LIMIT :rows
            """)
    List<DocumentChunk> naming(
            UUID org, UUID assessment, String values, boolean everywhere, Collection<UUID> documents, int rows);

    @Query("""
            SELECT embedding_status AS status, count(*) AS chunks
              FROM document_chunk
             WHERE organization_id = :org
               AND active
               AND (CAST(:assessment AS uuid) IS NULL OR assessment_id = :assessment)
             GROUP BY embedding_status
            """)
    List<StatusCount> counts(UUID org, @Nullable UUID assessment);

    @Query("""
            SELECT document_id
              FROM document
             WHERE organization_id = :org
               AND status NOT IN ('archived', 'rejected')
               AND (CAST(:assessment AS uuid) IS NULL OR assessment_id = :assessment)
            """)
    List<UUID> documents(UUID org, @Nullable UUID assessment);
}
