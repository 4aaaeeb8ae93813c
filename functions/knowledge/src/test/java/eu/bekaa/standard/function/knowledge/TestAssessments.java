package eu.bekaa.standard.function.knowledge;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.document.AssessmentPort;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.UUID;

@Singleton
@Requires(missingBeans = AssessmentPort.class)
class TestAssessments implements AssessmentPort {
    @Override
    public void requireExisting(Caller caller, UUID assessmentId) {
        if (Library.count(
                        "SELECT count(*) FROM assessment WHERE organization_id = ? AND assessment_id = ?",
                        caller.org(),
                        assessmentId)
                == 0) {
            throw Refusal.notFound(ErrorCode.ASSESSMENT_NOT_FOUND, assessmentId).get();
        }
    }

    @Override
    public void requireOpen(Caller caller, UUID assessmentId) {
        requireExisting(caller, assessmentId);
    }

    @Override
    public void documentsUploaded(Caller caller, UUID assessmentId) {}

    @Override
    public void documentsIngested(Caller caller, UUID assessmentId) {}
}
