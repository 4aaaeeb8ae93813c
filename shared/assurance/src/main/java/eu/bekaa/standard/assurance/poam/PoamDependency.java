package eu.bekaa.standard.assurance.poam;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/// That one item of a plan bears on another of the same version; never across organizations or assessments (STD-94).
/// @param dependsOnItemId the other item
/// @param dependsOnCode   its code
@Serdeable
@Schema(description = "That one item bears on another.")
@MappedEntity("poam_dependency")
public record PoamDependency(
        @Schema(description = "Id of the dependency.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Id
        UUID poamDependencyId,

        @Schema(description = "The organization.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID organizationId,

        @Schema(description = "The POA&M version it belongs to.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID poamVersionId,

        @Schema(description = "Id of the item.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID poamItemId,

        @Schema(description = "The other item.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID dependsOnItemId,

        @Schema(description = "The other item's code.", example = "POAM-003")
        String dependsOnCode,

        @Schema(description = "How the other item bears on this one.", example = "related_to")
        DependencyType dependencyType) {}
