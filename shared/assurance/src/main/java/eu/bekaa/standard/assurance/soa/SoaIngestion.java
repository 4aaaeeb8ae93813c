package eu.bekaa.standard.assurance.soa;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/// That an approved SoA has become part of what the assessment knows. It is kept beside the version, which is
/// approved and cannot change, and away from the searched documents: a SoA is no evidence of itself.
@MappedEntity("soa_ingestion")
record SoaIngestion(@Id UUID soaVersionId, UUID organizationId, UUID ingestedBy, Instant ingestedAt) {}
