package eu.bekaa.standard.knowledge.search;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.chunk.ChunkInContext;
import eu.bekaa.standard.knowledge.chunk.Chunks;
import eu.bekaa.standard.knowledge.chunk.Chunks.Place;
import eu.bekaa.standard.knowledge.document.Document;
import eu.bekaa.standard.knowledge.document.DocumentChunk;
import eu.bekaa.standard.knowledge.document.DocumentStatus;
import eu.bekaa.standard.knowledge.document.Documents;
import eu.bekaa.standard.knowledge.embedding.KnowledgeIndex;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes of matches what a reader sees: the text, the page, the document. Joins the open transaction.
@Singleton
class HitWriter {
    private final Documents documents;
    private final Chunks chunks;
    private final KnowledgeIndex index;

    HitWriter(Documents documents, Chunks chunks, KnowledgeIndex index) {
        this.documents = documents;
        this.chunks = chunks;
        this.index = index;
    }

    /// What the hits of some matches are made of, read at once.
    record Sources(
            Map<UUID, DocumentChunk> chunks,
            Map<UUID, UUID> references,
            Map<UUID, Document> documents,
            Map<Place, DocumentChunk> around) {}

    Sources sources(Caller caller, Collection<Match> matches) {
        var ids = matches.stream().map(Match::chunkId).collect(Collectors.toSet());
        var read = chunks.all(caller, ids);
        var from = read.values().stream().map(DocumentChunk::documentId).collect(Collectors.toSet());
        return new Sources(read, index.references(caller, ids), documents.all(caller, from), Map.of());
    }

    Sources sourcesWithContext(Caller caller, Collection<Match> matches) {
        var plain = sources(caller, matches);
        var around = chunks.around(caller, plain.chunks().values());
        return new Sources(plain.chunks(), plain.references(), plain.documents(), around);
    }

    /// A document archived since it was found is not shown.
    List<Hit> hits(List<Match> matches, Sources sources, String query, RetrievalMethod method) {
        var hits = new ArrayList<Hit>();
        for (var match : matches) {
            var chunk = sources.chunks().get(match.chunkId());
            var document = chunk == null ? null : sources.documents().get(chunk.documentId());
            if (chunk != null && document != null && document.status() != DocumentStatus.ARCHIVED) {
                hits.add(hit(match, chunk, document, sources, query, method));
            }
        }
        return hits;
    }

    private static Hit hit(
            Match match,
            DocumentChunk chunk,
            Document document,
            Sources sources,
            String query,
            RetrievalMethod method) {
        var text = chunk.chunkText();
        var snippet = Snippet.of(text, match.start(), Math.min(match.end(), text.length()), query);
        return new Hit(
                chunk.documentId(),
                chunk.chunkId(),
                sources.references().get(chunk.chunkId()),
                match.score(),
                snippet.in(text),
                chunk.pageNumber(),
                document.documentType().toString(),
                document.originalFilename(),
                method,
                true,
                text,
                chunk.startOffset() + snippet.start(),
                chunk.startOffset() + snippet.end(),
                context(chunk, sources.around()));
    }

    private static Hit.@Nullable Context context(DocumentChunk chunk, Map<Place, DocumentChunk> around) {
        var before = around.get(Place.before(chunk));
        var after = around.get(Place.after(chunk));
        return before == null && after == null
                ? null
                : new Hit.Context(
                        before == null ? null : ChunkInContext.tail(before.chunkText()),
                        after == null ? null : ChunkInContext.head(after.chunkText()));
    }
}
