package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.knowledge.text.Piece;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Brings a document's chunks in line with what was read, so that reading the same again changes nothing (STD-44).
@Singleton
class DocumentChunks {
    private final ChunkRows rows;
    private final Documents documents;
    private final Ids ids;
    private final Clock clock;

    DocumentChunks(ChunkRows rows, Documents documents, Ids ids, Clock clock) {
        this.rows = rows;
        this.documents = documents;
        this.ids = ids;
        this.clock = clock;
    }

    private record Place(int start, int end, String hash) {
        static Place of(DocumentChunk chunk) {
            return new Place(chunk.startOffset(), chunk.endOffset(), chunk.textHash());
        }

        static Place of(Piece piece) {
            return new Place(piece.startOffset(), piece.endOffset(), piece.hash());
        }
    }

    /// @return how many chunks were added
    int merge(Caller caller, Document document, List<Piece> pieces, ReprocessStrategy strategy) {
        var present = rows.page(caller.org(), document.documentId(), -1, Integer.MAX_VALUE);
        var wanted = pieces.stream().map(Place::of).toList();
        if (present.stream().map(Place::of).toList().equals(wanted)) {
            return 0;
        }
        return switch (strategy) {
            case APPEND_NEW_CHUNKS -> append(document, present, pieces);
            case REPLACE_PREVIOUS_CHUNKS -> {
                documents.retireChunks(caller, document.documentId());
                yield append(document, List.of(), pieces);
            }
        };
    }

    private int append(Document document, List<DocumentChunk> present, List<Piece> pieces) {
        var known = present.stream().collect(Collectors.toMap(Place::of, Function.identity()));
        int index = present.isEmpty() ? 0 : present.getLast().chunkIndex() + 1;
        var added = new ArrayList<DocumentChunk>();
        for (var piece : pieces) {
            if (!known.containsKey(Place.of(piece))) {
                added.add(chunk(document, piece, index + added.size()));
            }
        }
        rows.saveAll(added);
        return added.size();
    }

    private DocumentChunk chunk(Document document, Piece piece, int index) {
        return new DocumentChunk(
                ids.next(),
                document.organizationId(),
                document.assessmentId(),
                document.documentId(),
                index,
                piece.text(),
                piece.hash(),
                piece.tokens(),
                piece.pageNumber(),
                piece.startOffset(),
                piece.endOffset(),
                location(piece),
                EmbeddingStatus.PENDING,
                true,
                clock.instant());
    }

    private static Map<String, Object> location(Piece piece) {
        var location = new TreeMap<String, Object>();
        location.put("start_offset", piece.startOffset());
        location.put("end_offset", piece.endOffset());
        if (piece.pageLabel() != null) {
            location.put("page_label", piece.pageLabel());
        }
        return location;
    }
}
