package eu.bekaa.standard.assurance.assessment;

import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.document.AssessmentPort;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Lets the arrival of documents move an assessment along (STD-34).
@Singleton
class DocumentMilestones implements AssessmentPort {
    private final Assessments assessments;

    DocumentMilestones(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    @ReadOnly
    public void requireExisting(Caller caller, UUID assessmentId) {
        assessments.find(caller, assessmentId);
    }

    @Override
    @Transactional
    public void requireOpen(Caller caller, UUID assessmentId) {
        assessments.open(caller, assessmentId);
    }

    @Override
    @Transactional
    public void documentsUploaded(Caller caller, UUID assessmentId) {
        assessments.drive(caller, assessmentId, AssessmentState.DOCUMENTS_UPLOADED, "A document was uploaded.");
    }

    @Override
    @Transactional
    public void documentsIngested(Caller caller, UUID assessmentId) {
        assessments.drive(
                caller, assessmentId, AssessmentState.DOCUMENTS_INGESTED, "Every document has been read and indexed.");
    }
}
