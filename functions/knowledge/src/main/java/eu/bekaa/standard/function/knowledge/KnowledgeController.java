package eu.bekaa.standard.function.knowledge;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.knowledge.chunk.ChunkInContext;
import eu.bekaa.standard.knowledge.chunk.Chunks;
import eu.bekaa.standard.knowledge.chunk.KnowledgeStats;
import eu.bekaa.standard.knowledge.document.DocumentChunk;
import eu.bekaa.standard.knowledge.document.Documents;
import eu.bekaa.standard.knowledge.embedding.IndexStatus;
import eu.bekaa.standard.knowledge.embedding.KnowledgeIndex;
import eu.bekaa.standard.knowledge.search.KnowledgeSearch;
import eu.bekaa.standard.knowledge.search.SearchRequest;
import eu.bekaa.standard.knowledge.search.SearchResult;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the documents of an assessment say (contract §7).
@Controller("/api/v1/kb")
@Tag(name = "Knowledge base")
class KnowledgeController {
    private final KnowledgeSearch search;
    private final Chunks chunks;
    private final Documents documents;
    private final KnowledgeIndex index;

    KnowledgeController(KnowledgeSearch search, Chunks chunks, Documents documents, KnowledgeIndex index) {
        this.search = search;
        this.chunks = chunks;
        this.documents = documents;
        this.index = index;
    }

    @Post("/search")
    @Allowed("kb:search")
    @Operation(summary = "Search an assessment's documents for candidate evidence")
    SearchResult search(Caller caller, @Body SearchRequest request) {
        return search.search(caller, request);
    }

    @Get("/chunks")
    @Allowed("kb:read")
    @Operation(summary = "List chunks of documents, in the order they were made")
    Page<DocumentChunk> chunks(
            Caller caller,
            @Nullable @QueryValue("assessment_id") UUID assessmentId,
            @Nullable @QueryValue("document_id") UUID documentId,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        return chunks.page(caller, assessmentId, documentId, PageRequest.of(limit, cursor));
    }

    @Get("/chunks/{chunkId}")
    @Allowed("kb:read")
    @Operation(summary = "Read a chunk and find its neighbours")
    ChunkInContext chunk(Caller caller, UUID chunkId) {
        return chunks.find(caller, chunkId);
    }

    @Get("/stats")
    @Allowed("kb:read")
    @Operation(summary = "Count what there is to search")
    KnowledgeStats stats(Caller caller, @Nullable @QueryValue("assessment_id") UUID assessmentId) {
        return chunks.stats(caller, assessmentId);
    }

    @Get("/embeddings/status")
    @Allowed("kb:read")
    @Operation(summary = "Tell how far the index is behind the documents")
    IndexStatus status(Caller caller, @Nullable @QueryValue("assessment_id") UUID assessmentId) {
        return index.status(caller, assessmentId);
    }

    @Get("/documents/{documentId}/chunks")
    @Allowed("kb:read")
    @Operation(summary = "List a document's chunks in reading order")
    Page<DocumentChunk> chunksOfDocument(
            Caller caller, UUID documentId, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        return documents.chunks(caller, documentId, PageRequest.of(limit, cursor));
    }
}
