package eu.bekaa.standard.knowledge.chunk;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;

/// A chunk with words of a query.
/// @param weight from 0: the share of the query's words that the chunk has, times the root of how many there are
@Introspected
public record WordMatch(UUID chunkId, double weight) {}
