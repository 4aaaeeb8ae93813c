package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.artifact.Artifact;
import eu.bekaa.standard.assurance.artifact.ArtifactVersion;
import eu.bekaa.standard.assurance.artifact.Artifacts;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;

/// Artifacts and their versions, whatever their kind (contract §13).
@Controller("/api/v1")
@Tag(name = "Artifacts")
class ArtifactController {
    private final Artifacts artifacts;

    ArtifactController(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    @Get("/assessments/{assessmentId}/artifacts")
    @Allowed("artifact:read")
    @Operation(summary = "List the artifacts of an assessment")
    List<Artifact> ofAssessment(Caller caller, UUID assessmentId) {
        return artifacts.ofAssessment(caller, assessmentId);
    }

    @Get("/artifacts/{artifactId}")
    @Allowed("artifact:read")
    @Operation(summary = "Read an artifact")
    Artifact find(Caller caller, UUID artifactId) {
        return artifacts.find(caller, artifactId);
    }

    @Get("/artifacts/{artifactId}/versions")
    @Allowed("artifact:read")
    @Operation(summary = "List the versions of an artifact, oldest first")
    List<ArtifactVersion> versions(Caller caller, UUID artifactId) {
        return artifacts.versions(caller, artifactId);
    }

    @Get("/artifacts/{artifactId}/versions/{versionNumber}")
    @Allowed("artifact:read")
    @Operation(summary = "Read one version of an artifact")
    ArtifactVersion version(Caller caller, UUID artifactId, int versionNumber) {
        return artifacts.version(caller, artifactId, versionNumber);
    }
}
