package eu.bekaa.standard.knowledge.embedding;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.chunk.Chunks;
import eu.bekaa.standard.knowledge.document.DocumentChunk;
import eu.bekaa.standard.knowledge.document.EmbeddingStatus;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Brings chunks into the index, a batch at a time, so that the first can be found before the last is read. What is
/// stored for a chunk depends on its text and the model alone: doing it twice changes nothing.
@Singleton
class Indexing {
    private final Embedder embedder;
    private final Chunks chunks;
    private final Vectors vectors;
    private final VectorRows rows;
    private final VectorWriter writer;
    private final Transactions transactions;

    Indexing(
            Embedder embedder,
            Chunks chunks,
            Vectors vectors,
            VectorRows rows,
            VectorWriter writer,
            Transactions transactions) {
        this.embedder = embedder;
        this.chunks = chunks;
        this.vectors = vectors;
        this.rows = rows;
        this.writer = writer;
        this.transactions = transactions;
    }

    /// Embeds a text only if nobody in the organization has embedded the same one.
    void index(Caller caller, List<DocumentChunk> batch) {
        var known = transactions.read(caller, () -> known(caller, batch));
        store(caller, batch, known);
    }

    /// Embeds every text, whatever is stored.
    void indexAfresh(Caller caller, List<DocumentChunk> batch) {
        store(caller, batch, Map.of());
    }

    private void store(Caller caller, List<DocumentChunk> batch, Map<String, List<Embedder.Part>> known) {
        var found = batch.parallelStream().collect(Collectors.toConcurrentMap(chunk -> chunk, chunk -> {
            var parts = known.get(chunk.textHash());
            return parts == null ? embedder.passage(chunk.chunkText()) : parts;
        }));
        transactions.write(caller, () -> {
            var empty = found.keySet().stream()
                    .filter(chunk -> found.getOrDefault(chunk, List.of()).isEmpty())
                    .map(DocumentChunk::chunkId)
                    .collect(Collectors.toSet());
            var full = batch.stream()
                    .map(DocumentChunk::chunkId)
                    .filter(id -> !empty.contains(id))
                    .toList();
            var active = chunks.move(caller, full, EmbeddingStatus.EMBEDDED);
            chunks.move(caller, empty, EmbeddingStatus.SKIPPED);
            found.keySet().removeIf(chunk -> !active.contains(chunk.chunkId()));
            writer.refer(caller, embedder.model().id(), found.keySet());
            writer.replace(caller, embedder.model().id(), found);
            return found;
        });
    }

    private Map<String, List<Embedder.Part>> known(Caller caller, List<DocumentChunk> batch) {
        var texts = batch.stream().map(DocumentChunk::textHash).collect(Collectors.toSet());
        var model = embedder.model().id();
        var textOf = new HashMap<UUID, String>();
        rows.embedded(caller.org(), model, texts)
                .forEach(reference -> textOf.put(reference.chunkId(), reference.textHash()));
        var known = new HashMap<String, List<Embedder.Part>>();
        for (var stored : vectors.of(caller, model, textOf.keySet())) {
            known.computeIfAbsent(textOf.getOrDefault(stored.chunkId(), ""), text -> new ArrayList<>())
                    .add(new Embedder.Part(stored.start(), stored.end(), stored.vector()));
        }
        return known;
    }
}
