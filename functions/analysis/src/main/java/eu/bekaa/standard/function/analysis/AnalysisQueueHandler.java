package eu.bekaa.standard.function.analysis;

import eu.bekaa.standard.embedding.BgeEmbedder;
import eu.bekaa.standard.queue.JobQueueHandler;
import io.micronaut.context.ApplicationContext;

/// The Lambda handler of the analysis queue.
public final class AnalysisQueueHandler extends JobQueueHandler {
    /// In Lambda: the model that questions are embedded with is loaded before the snapshot is taken.
    public AnalysisQueueHandler() {
        this(warm(ApplicationContext.run()));
    }

    public AnalysisQueueHandler(ApplicationContext context) {
        super(context);
    }

    private static ApplicationContext warm(ApplicationContext context) {
        context.getBean(BgeEmbedder.class).load();
        return context;
    }
}
