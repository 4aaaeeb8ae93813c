package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.assessment.AssessmentStanding;
import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.Assessments;
import eu.bekaa.standard.assurance.assessment.AvailableTransitions;
import eu.bekaa.standard.assurance.assessment.LifecycleEvent;
import eu.bekaa.standard.assurance.assessment.TransitionRequest;
import eu.bekaa.standard.assurance.assessment.Transitioned;
import eu.bekaa.standard.assurance.assessment.Transitions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/// The life cycle of an assessment (contract §5).
@Controller("/api/v1/assessments/{assessmentId}")
@Tag(name = "Assessments")
class LifecycleController {
    private final Assessments assessments;
    private final Transitions transitions;

    LifecycleController(Assessments assessments, Transitions transitions) {
        this.assessments = assessments;
        this.transitions = transitions;
    }

    @Serdeable
    @Schema(description = "Where an assessment stands, and how it came there.")
    record Timeline(
            @Schema(description = "The assessment.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
            UUID assessmentId,

            @Schema(description = "Where it stands.", example = "soa_approved")
            AssessmentState currentState,

            @Schema(description = "Its moves, oldest first.")
            List<LifecycleEvent> events) {}

    @Get("/lifecycle/events")
    @Allowed("assessment:read")
    @Operation(summary = "List the moves of an assessment, oldest first")
    List<LifecycleEvent> events(Caller caller, UUID assessmentId) {
        return assessments.events(caller, assessmentId);
    }

    @Post("/lifecycle/transition")
    @Allowed("assessment:transition")
    @Operation(summary = "Move an assessment to its next state")
    Transitioned transition(Caller caller, UUID assessmentId, @Valid @Body TransitionRequest body) {
        return transitions.transition(caller, assessmentId, body);
    }

    @Get("/available-transitions")
    @Allowed("assessment:read")
    @Operation(summary = "Tell where an assessment can go from here")
    AvailableTransitions available(Caller caller, UUID assessmentId) {
        return transitions.available(caller, assessmentId);
    }

    @Get("/status")
    @Allowed("assessment:read")
    @Operation(summary = "Tell how an assessment stands, with its documents and its SCF pre-analysis")
    AssessmentStanding status(Caller caller, UUID assessmentId) {
        return transitions.standing(caller, assessmentId);
    }

    @Get("/timeline")
    @Allowed("assessment:read")
    @Operation(summary = "Tell where an assessment stands and how it came there")
    Timeline timeline(Caller caller, UUID assessmentId) {
        var assessment = assessments.find(caller, assessmentId);
        return new Timeline(assessmentId, assessment.state(), assessments.events(caller, assessmentId));
    }
}
