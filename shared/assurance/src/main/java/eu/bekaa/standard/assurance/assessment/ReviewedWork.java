package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the life cycle asks about reviewed work. The review package, which stands above this one, answers.
public interface ReviewedWork {
    /// The prerequisites that the assessment's versions fulfil at present.
    Set<Prerequisite> fulfilled(Caller caller, UUID assessmentId);

    /// Why an approval does not open a gate, or empty when it does (STD-32).
    /// @param approvalId the approval that the caller refers to, if any
    Optional<Refusal> keepsShut(Caller caller, UUID assessmentId, Gate gate, @Nullable UUID approvalId);
}
