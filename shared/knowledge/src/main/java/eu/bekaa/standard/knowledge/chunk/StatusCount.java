package eu.bekaa.standard.knowledge.chunk;

import eu.bekaa.standard.knowledge.document.EmbeddingStatus;
import io.micronaut.core.annotation.Introspected;

@Introspected
record StatusCount(EmbeddingStatus status, long chunks) {}
