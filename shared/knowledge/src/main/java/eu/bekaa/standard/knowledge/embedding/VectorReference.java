package eu.bekaa.standard.knowledge.embedding;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a chunk's vectors under one model are, or will be (STD-44).
/// @param parts how many vectors there are; null until it is embedded
@MappedEntity("vector_reference")
record VectorReference(
        @Id UUID vectorReferenceId,
        UUID organizationId,
        UUID chunkId,
        String model,
        String textHash,
        @Nullable Integer parts,
        Instant createdAt) {}
