package eu.bekaa.standard.assurance.poam;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/// That one item of a plan bears on another of the same version; never across organizations or assessments (STD-94).
/// @param dependsOnItemId the other item
/// @param dependsOnCode   its code
@Serdeable
@MappedEntity("poam_dependency")
public record PoamDependency(
        @Id UUID poamDependencyId,
        UUID organizationId,
        UUID poamVersionId,
        UUID poamItemId,
        UUID dependsOnItemId,
        String dependsOnCode,
        DependencyType dependencyType) {}
