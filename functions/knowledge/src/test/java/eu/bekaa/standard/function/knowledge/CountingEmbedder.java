package eu.bekaa.standard.function.knowledge;

import eu.bekaa.standard.embedding.BgeEmbedder;
import eu.bekaa.standard.knowledge.embedding.Embedder;
import eu.bekaa.standard.knowledge.embedding.EmbeddingModel;
import eu.bekaa.standard.knowledge.embedding.Vector;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The real model, with a count of the passages it was given.
@Singleton
@Primary
class CountingEmbedder implements Embedder {
    private final BgeEmbedder model;
    private final AtomicInteger passages = new AtomicInteger();

    CountingEmbedder(BgeEmbedder model) {
        this.model = model;
    }

    int passages() {
        return passages.get();
    }

    @Override
    public EmbeddingModel model() {
        return model.model();
    }

    @Override
    public List<Part> passage(String text) {
        passages.incrementAndGet();
        if (text.contains("unreadable to the model")) {
            throw new IllegalStateException("The model failed.");
        }
        return model.passage(text);
    }

    @Override
    public Vector query(String text) {
        return model.query(text);
    }
}
