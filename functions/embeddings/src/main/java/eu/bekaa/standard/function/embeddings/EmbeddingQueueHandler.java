package eu.bekaa.standard.function.embeddings;

import eu.bekaa.standard.embedding.BgeEmbedder;
import eu.bekaa.standard.queue.JobQueueHandler;
import io.micronaut.context.ApplicationContext;

/// Embeds the chunks of documents.
public final class EmbeddingQueueHandler extends JobQueueHandler {
    /// In Lambda: the model is loaded before the snapshot is taken.
    public EmbeddingQueueHandler() {
        this(warm(ApplicationContext.run()));
    }

    public EmbeddingQueueHandler(ApplicationContext context) {
        super(context);
    }

    private static ApplicationContext warm(ApplicationContext context) {
        context.getBean(BgeEmbedder.class).load();
        return context;
    }
}
