package eu.bekaa.standard.knowledge.chunk;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.observe.Measurement;
import eu.bekaa.standard.kernel.observe.MeasurementSource;
import jakarta.inject.Singleton;
import java.util.List;

/// Figures about the knowledge base: its chunks by how far they are on their way into the index.
@Singleton
final class KnowledgeFigures implements MeasurementSource {
    private static final String KB_CHUNKS = "kb.chunks";

    private final ChunkRows rows;

    KnowledgeFigures(ChunkRows rows) {
        this.rows = rows;
    }

    @Override
    public List<String> names() {
        return List.of(KB_CHUNKS);
    }

    @Override
    public List<Measurement> measure(Caller caller) {
        return rows.counts(caller.org(), null).stream()
                .map(count -> Measurement.gauge(
                        KB_CHUNKS,
                        count.chunks(),
                        "chunks",
                        "embedding_status",
                        count.status().toString()))
                .toList();
    }
}
