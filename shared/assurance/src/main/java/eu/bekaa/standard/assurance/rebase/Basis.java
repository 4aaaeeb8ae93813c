package eu.bekaa.standard.assurance.rebase;

import eu.bekaa.standard.assurance.assessment.Assessment;
import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.ScfVersion;
import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a rebase starts from, and what stands in its way.
/// @param soa       the SoA version that speaks for the assessment now: the newest that was not sent back or replaced
/// @param drafts    every draft of an SoA, which the rebase replaces
/// @param obstacles why it is refused, one sentence each
record Basis(
        Assessment assessment,
        ScfVersion from,
        ScfVersion to,
        Optional<Version> soa,
        List<Version.Draft> drafts,
        List<String> obstacles) {
    Basis {
        drafts = List.copyOf(drafts);
        obstacles = List.copyOf(obstacles);
    }

    /// Whether the assessment is made against that version already.
    boolean isThereAlready() {
        return from.scfVersionId().equals(to.scfVersionId());
    }

    /// Finds out.
    @Singleton
    static final class Survey {
        private final Reviews reviews;
        private final Catalog catalog;
        private final RebaseRows rows;

        Survey(Reviews reviews, Catalog catalog, RebaseRows rows) {
            this.reviews = reviews;
            this.catalog = catalog;
            this.rows = rows;
        }

        /// @throws eu.bekaa.standard.kernel.Refusal `SCF_VERSION_NOT_FOUND`
        Basis of(Caller caller, Assessment assessment, UUID scfVersionId) {
            var versions = catalog.versions(caller, List.of(assessment.scfVersionId(), scfVersionId));
            var soa = reviews.list(caller, assessment.assessmentId(), ArtifactKind.SOA);
            var basis = new Basis(
                    assessment,
                    versions.getFirst(),
                    versions.getLast(),
                    soa.reversed().stream().filter(Survey::speaks).findFirst(),
                    soa.stream()
                            .filter(Version.Draft.class::isInstance)
                            .map(Version.Draft.class::cast)
                            .toList(),
                    List.of());
            return basis.isThereAlready() ? basis : basis.with(obstacles(caller, basis, soa));
        }

        private List<String> obstacles(Caller caller, Basis basis, List<Version> soa) {
            var obstacles = new ArrayList<String>();
            var assessment = basis.assessment();
            var to = basis.to();
            if (assessment.state().isClosed()) {
                obstacles.add("The assessment is " + assessment.state() + ".");
            }
            if (basis.from().isSynthetic() != to.isSynthetic()) {
                obstacles.add("One of the SCF versions is a fixture's, the other is not.");
            } else if (!catalog.isNewer(caller, to.scfVersionId(), assessment.scfVersionId())) {
                obstacles.add("SCF " + to.versionLabel() + " is not newer than "
                        + basis.from().versionLabel() + ".");
            }
            var framework = assessment.frameworkId();
            if (framework != null && !catalog.maps(caller, to.scfVersionId(), framework)) {
                obstacles.add("SCF " + to.versionLabel() + " does not map the assessment's framework.");
            }
            soa.stream()
                    .filter(Version.UnderReview.class::isInstance)
                    .forEach(version -> obstacles.add(version.header().title() + " is under review; decide it first."));
            int pending = basis.soa()
                    .map(version ->
                            rows.pendingIn(caller.org(), version.header().id()))
                    .orElse(0);
            if (pending > 0) {
                obstacles.add(pending + " items of the rebase before still wait for a decision.");
            }
            return obstacles;
        }

        private static boolean speaks(Version version) {
            return switch (version) {
                case Version.Draft draft -> true;
                case Version.UnderReview submitted -> true;
                case Version.Approved approved -> true;
                case Version.Rejected rejected -> false;
                case Version.Superseded superseded -> false;
                case Version.Archived archived -> false;
            };
        }
    }

    private Basis with(List<String> found) {
        return new Basis(assessment, from, to, soa, drafts, found);
    }
}
