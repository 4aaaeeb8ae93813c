package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds out what a move still lacks (STD-31, STD-32).
@Singleton
final class Prerequisites {
    private static final Set<Prerequisite> REVIEWED =
            EnumSet.range(Prerequisite.SCOPE_DRAFT_EXISTS, Prerequisite.REPORT_ACCEPTED);

    private final ReviewedWork work;

    Prerequisites(ReviewedWork work) {
        this.work = work;
    }

    /// @param known what whoever moves the assessment has found to hold beside the reviewed work
    Set<Prerequisite> missing(Caller caller, Assessment assessment, AssessmentState target, Set<Prerequisite> known) {
        var missing = EnumSet.noneOf(Prerequisite.class);
        missing.addAll(target.prerequisites());
        missing.removeAll(known);
        if (missing.stream().anyMatch(REVIEWED::contains)) {
            missing.removeAll(work.fulfilled(caller, assessment.assessmentId()));
        }
        return missing;
    }

    Optional<Refusal> shutGate(
            Caller caller, Assessment assessment, AssessmentState target, @Nullable UUID approvalId) {
        return target.gate().flatMap(gate -> work.keepsShut(caller, assessment.assessmentId(), gate, approvalId));
    }
}
