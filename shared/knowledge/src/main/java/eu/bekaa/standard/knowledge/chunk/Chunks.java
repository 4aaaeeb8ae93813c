package eu.bekaa.standard.knowledge.chunk;

import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.document.AssessmentPort;
import eu.bekaa.standard.knowledge.document.DocumentChunk;
import eu.bekaa.standard.knowledge.document.Documents;
import eu.bekaa.standard.knowledge.document.EmbeddingStatus;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The chunks of documents.
@Singleton
public class Chunks {
    private static final UUID FIRST = new UUID(0, 0);

    private final ChunkRows rows;
    private final Documents documents;
    private final AssessmentPort assessments;

    Chunks(ChunkRows rows, Documents documents, AssessmentPort assessments) {
        this.rows = rows;
        this.documents = documents;
        this.assessments = assessments;
    }

    /// Active chunks in the order they were made.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`, `DOCUMENT_NOT_FOUND`
    @ReadOnly
    public Page<DocumentChunk> page(
            Caller caller, @Nullable UUID assessmentId, @Nullable UUID documentId, PageRequest page) {
        if (assessmentId != null) {
            assessments.requireExisting(caller, assessmentId);
        }
        if (documentId != null) {
            documents.find(caller, documentId);
        }
        var found = rows.page(caller.org(), assessmentId, documentId, after(page), page.limit() + 1);
        return Page.of(found, page.limit(), DocumentChunk::chunkId);
    }

    private static UUID after(PageRequest page) {
        try {
            return page.key() == null ? FIRST : UUID.fromString(page.key());
        } catch (IllegalArgumentException notAnId) {
            throw Refusal.invalid("cursor", "cursor is not one that an earlier answer gave.");
        }
    }

    /// A chunk, also a retired one, with its neighbours among the active.
    /// @throws Refusal `CHUNK_NOT_FOUND`
    @ReadOnly
    public ChunkInContext find(Caller caller, UUID chunkId) {
        var chunk = rows.find(caller.org(), chunkId).orElseThrow(Refusal.notFound(ErrorCode.CHUNK_NOT_FOUND, chunkId));
        var around = around(caller, List.of(chunk));
        return ChunkInContext.of(chunk, around.get(Place.before(chunk)), around.get(Place.after(chunk)));
    }

    @ReadOnly
    public Map<UUID, DocumentChunk> all(Caller caller, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.all(caller.org(), ids).stream()
                        .collect(Collectors.toMap(DocumentChunk::chunkId, Function.identity()));
    }

    /// A place in a document.
    public record Place(UUID documentId, int chunkIndex) {
        public static Place before(DocumentChunk chunk) {
            return new Place(chunk.documentId(), chunk.chunkIndex() - 1);
        }

        public static Place after(DocumentChunk chunk) {
            return new Place(chunk.documentId(), chunk.chunkIndex() + 1);
        }
    }

    /// The active chunks before and after these, by their place.
    @ReadOnly
    public Map<Place, DocumentChunk> around(Caller caller, Collection<DocumentChunk> chunks) {
        if (chunks.isEmpty()) {
            return Map.of();
        }
        var within = chunks.stream().map(DocumentChunk::documentId).collect(Collectors.toSet());
        var places = chunks.stream()
                .flatMap(chunk -> List.of(chunk.chunkIndex() - 1, chunk.chunkIndex() + 1).stream())
                .collect(Collectors.toSet());
        return rows.at(caller.org(), within, places).stream()
                .collect(Collectors.toMap(
                        chunk -> new Place(chunk.documentId(), chunk.chunkIndex()), Function.identity()));
    }

    /// Chunks of an assessment with words of a text, those with most of them first.
    /// @param within where to look; null for all documents
    @ReadOnly
    public List<WordMatch> withWords(
            Caller caller, UUID assessmentId, String text, @Nullable Set<UUID> within, int most) {
        return rows.withWords(caller.org(), assessmentId, text, within == null, orNone(within), most);
    }

    /// Chunks of an assessment in which one of the values may be named; the reader has to look.
    @ReadOnly
    public List<DocumentChunk> naming(
            Caller caller, UUID assessmentId, List<String> values, @Nullable Set<UUID> within, int most) {
        return rows.naming(caller.org(), assessmentId, String.join("\n", values), within == null, orNone(within), most);
    }

    /// What is still to be embedded of a document, in reading order.
    @ReadOnly
    public List<DocumentChunk> unembedded(Caller caller, UUID documentId) {
        return rows.unembedded(caller.org(), documentId);
    }

    /// The active chunks of an assessment, or of one of its documents.
    @ReadOnly
    public List<DocumentChunk> ofAssessment(Caller caller, UUID assessmentId, @Nullable UUID documentId) {
        return rows.ofAssessment(caller.org(), assessmentId, documentId);
    }

    /// Moves chunks on their way into the index, and keeps them from being retired until the transaction ends.
    /// @return those that moved: a chunk that is retired already does not
    @Transactional
    public Set<UUID> move(Caller caller, Collection<UUID> ids, EmbeddingStatus status) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(rows.move(caller.org(), ids, status));
    }

    /// @throws Refusal `ASSESSMENT_NOT_FOUND`
    @ReadOnly
    public KnowledgeStats stats(Caller caller, @Nullable UUID assessmentId) {
        var counts = counts(caller, assessmentId);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long embedded = counts.getOrDefault(EmbeddingStatus.EMBEDDED, 0L);
        long skipped = counts.getOrDefault(EmbeddingStatus.SKIPPED, 0L);
        long failed = counts.getOrDefault(EmbeddingStatus.FAILED, 0L);
        return new KnowledgeStats(
                documents(caller, assessmentId).size(), all, embedded, all - embedded - skipped - failed, failed);
    }

    /// How many active chunks have come how far; a status that none has is left out.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`
    @ReadOnly
    public Map<EmbeddingStatus, Long> counts(Caller caller, @Nullable UUID assessmentId) {
        if (assessmentId != null) {
            assessments.requireExisting(caller, assessmentId);
        }
        var counts = new EnumMap<EmbeddingStatus, Long>(EmbeddingStatus.class);
        rows.counts(caller.org(), assessmentId).forEach(count -> counts.put(count.status(), count.chunks()));
        return counts;
    }

    /// The documents that are taken in and not archived.
    @ReadOnly
    public List<UUID> documents(Caller caller, @Nullable UUID assessmentId) {
        return rows.documents(caller.org(), assessmentId);
    }

    private static Set<UUID> orNone(@Nullable Set<UUID> documents) {
        return documents == null || documents.isEmpty() ? Set.of(FIRST) : documents;
    }
}
