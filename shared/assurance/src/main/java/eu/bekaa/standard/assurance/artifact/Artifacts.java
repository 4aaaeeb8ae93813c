package eu.bekaa.standard.assurance.artifact;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/// Reads artifacts and their versions.
@Singleton
public class Artifacts {
    private final Reviews reviews;

    Artifacts(Reviews reviews) {
        this.reviews = reviews;
    }

    /// The artifacts that an assessment has so far, in the order of the work.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`
    @ReadOnly
    public List<Artifact> ofAssessment(Caller caller, UUID assessmentId) {
        var byKind = reviews.all(caller, assessmentId).stream()
                .collect(groupingBy(version -> version.header().kind(), TreeMap::new, toList()));
        return byKind.values().stream().map(Artifact::of).toList();
    }

    /// @throws Refusal `ARTIFACT_NOT_FOUND`
    @ReadOnly
    public Artifact find(Caller caller, UUID artifactId) {
        return Artifact.of(all(caller, artifactId));
    }

    /// Its versions, oldest first.
    /// @throws Refusal `ARTIFACT_NOT_FOUND`
    @ReadOnly
    public List<ArtifactVersion> versions(Caller caller, UUID artifactId) {
        return all(caller, artifactId).stream().map(ArtifactVersion::of).toList();
    }

    /// @throws Refusal `ARTIFACT_NOT_FOUND`, `ARTIFACT_VERSION_NOT_FOUND`
    @ReadOnly
    public ArtifactVersion version(Caller caller, UUID artifactId, int number) {
        return versions(caller, artifactId).stream()
                .filter(version -> version.versionNumber() == number)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.ARTIFACT_VERSION_NOT_FOUND, "The artifact has no version " + number + "."));
    }

    private List<Version> all(Caller caller, UUID artifactId) {
        var first = reviews.ofAnyKind(caller, artifactId)
                .map(Version::header)
                .filter(header -> header.number() == 1)
                .orElseThrow(Refusal.notFound(ErrorCode.ARTIFACT_NOT_FOUND, artifactId));
        return reviews.list(caller, first.assessmentId(), first.kind());
    }
}
