package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.knowledge.text.ChunkStrategy;
import eu.bekaa.standard.knowledge.text.Chunker;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/// How documents are cut (STD-43).
/// @param tokens  the most a chunk holds, estimated
/// @param overlap tokens repeated from the chunk before
@ConfigurationProperties("standard.chunking")
public record ChunkingConfig(
        @Bindable(defaultValue = "BY_TOKENS_ESTIMATE") ChunkStrategy strategy,
        @Bindable(defaultValue = "800") int tokens,
        @Bindable(defaultValue = "80") int overlap) {
    Chunker chunker() {
        return new Chunker(strategy, tokens, overlap);
    }
}
