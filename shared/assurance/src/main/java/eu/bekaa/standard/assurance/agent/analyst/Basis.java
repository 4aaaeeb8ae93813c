package eu.bekaa.standard.assurance.agent.analyst;

import eu.bekaa.standard.assurance.agent.AgentSource;
import eu.bekaa.standard.assurance.agent.AgentSourceType;
import eu.bekaa.standard.assurance.agent.Bench;
import eu.bekaa.standard.assurance.agent.Cite;
import eu.bekaa.standard.assurance.agent.Facts;
import eu.bekaa.standard.assurance.agent.Tool;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.MappedRequirement;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What several analysts begin with: the assessment, its approved versions, its mapped requirements. Each look is a
/// step of the run.
@Singleton
class Basis {
    /// Sources cited at most; what an output lists item by item is not cut.
    static final int CITED = 40;

    /// Lines listed at most.
    static final int LISTED = 200;

    static final String PERSON = "Everything here is a proposal; a person decides.";

    private final Reviews reviews;
    private final Catalog catalog;

    Basis(Reviews reviews, Catalog catalog) {
        this.reviews = reviews;
        this.catalog = catalog;
    }

    /// The assessment itself, as a source.
    AgentSource assessment(Bench bench) {
        var assessment = bench.assessment();
        bench.use(
                Tool.ASSESSMENT_STATE_READ,
                Map.of(),
                () -> Facts.with("state", assessment.state())
                        .and("framework_id", assessment.frameworkId())
                        .and("scf_version_id", assessment.scfVersionId())
                        .plain());
        return AgentSource.of(AgentSourceType.ASSESSMENT, assessment.assessmentId(), assessment.name());
    }

    /// The approved version of a kind, if there is one.
    Optional<Version.Approved> approved(Bench bench, ArtifactKind kind) {
        var found = reviews.approved(bench.caller(), bench.run().assessmentId(), kind);
        read(bench, kind, found.map(approved -> approved));
        return found;
    }

    /// The newest version of a kind, approved or not.
    Optional<Version> newest(Bench bench, ArtifactKind kind) {
        var all = reviews.list(bench.caller(), bench.run().assessmentId(), kind);
        var found = all.isEmpty() ? Optional.<Version>empty() : Optional.of(all.getLast());
        read(bench, kind, found);
        return found;
    }

    private static void read(Bench bench, ArtifactKind kind, Optional<? extends Version> found) {
        bench.use(
                Tool.ARTIFACT_VERSION_READ,
                Map.of("artifact_type", kind.toString()),
                () -> found.map(version -> Facts.with(
                                        "artifact_version_id", version.header().id())
                                .and("status", version.status())
                                .plain())
                        .orElse(Map.of()));
    }

    /// The requirements of the run's framework with their official mappings; empty without a framework.
    List<MappedRequirement> requirements(Bench bench) {
        var framework = bench.run().frameworkId();
        var found = framework == null
                ? List.<MappedRequirement>of()
                : catalog.requirements(bench.caller(), bench.run().scfVersionId(), framework);
        bench.use(
                Tool.SCF_MAPPING_LOOKUP,
                Facts.with("framework_id", framework).plain(),
                () -> found.stream()
                        .map(mapped -> mapped.requirement().requirementCode() + " "
                                + mapped.mappings().size())
                        .toList());
        return found;
    }

    /// The first so many sources of a stream, after the given ones.
    static List<AgentSource> cited(List<AgentSource> first, Stream<AgentSource> more) {
        return Stream.concat(first.stream(), more).distinct().limit(CITED).toList();
    }

    static AgentSource version(Version version) {
        return Cite.version(version);
    }

    /// `1 finding`, `2 findings`
    static String count(long number, String singular) {
        return number + " " + singular + (number == 1 ? "" : "s");
    }
}
