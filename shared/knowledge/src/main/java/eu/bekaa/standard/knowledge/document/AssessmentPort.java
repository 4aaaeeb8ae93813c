package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import java.util.UUID;

/// What documents need of the assessment they belong to. All are called within an open transaction.
public interface AssessmentPort {
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`, also for another organization's
    void requireExisting(Caller caller, UUID assessmentId);

    /// @throws Refusal `ASSESSMENT_NOT_FOUND`; `CONFLICT` when it is closed, archived or cancelled
    void requireOpen(Caller caller, UUID assessmentId);

    /// A document has come; moves the assessment on where that is allowed (STD-34).
    void documentsUploaded(Caller caller, UUID assessmentId);

    /// The last document has been read and indexed; moves the assessment on where that is allowed (STD-34).
    void documentsIngested(Caller caller, UUID assessmentId);
}
