package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Reviews;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.kernel.Caller;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What keeps a report from being reviewed.
@Singleton
class ReviewBlockers {
    private final Reviews reviews;

    ReviewBlockers(Reviews reviews) {
        this.reviews = reviews;
    }

    List<String> of(Caller caller, Version.Draft draft, StoredReport report) {
        var blockers = new ArrayList<String>();
        if (report.marking() != null) {
            blockers.add("It was made from sources that are not approved.");
        }
        var sources = draft.header().sources();
        replaced(caller, ArtifactKind.SOA, sources.soaVersionId(), blockers);
        replaced(caller, ArtifactKind.GAP_ANALYSIS, sources.gapVersionId(), blockers);
        replaced(caller, ArtifactKind.MATURITY_ASSESSMENT, sources.maturityVersionId(), blockers);
        replaced(caller, ArtifactKind.POAM, sources.poamVersionId(), blockers);
        return blockers;
    }

    private void replaced(Caller caller, ArtifactKind kind, @Nullable UUID source, List<String> blockers) {
        if (source != null && reviews.find(caller, kind, source) instanceof Version.Superseded superseded) {
            blockers.add("Its " + Names.artifact(kind) + ", version "
                    + superseded.header().number() + ", has been replaced since: generate it again.");
        }
    }
}
