package eu.bekaa.standard.knowledge.embedding;

import java.util.UUID;

/// A window of a chunk with its vector, as stored.
/// @param part  from 0, in text order
/// @param start where the window begins in the chunk, in characters
/// @param end   where it ends, exclusive
public record StoredPart(UUID chunkId, int part, int start, int end, Vector vector) {}
