package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.assessment.AssessmentRevision;
import eu.bekaa.standard.assurance.assessment.AssessmentService;
import eu.bekaa.standard.assurance.assessment.AssessmentState;
import eu.bekaa.standard.assurance.assessment.AssessmentView;
import eu.bekaa.standard.assurance.assessment.NewAssessment;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Assessments (contract §5).
@Controller("/api/v1/assessments")
@Tag(name = "Assessments")
class AssessmentController {
    private final AssessmentService assessments;

    AssessmentController(AssessmentService assessments) {
        this.assessments = assessments;
    }

    @Get
    @Allowed("assessment:read")
    @Operation(summary = "List assessments, newest first")
    Page<AssessmentView> list(
            Caller caller,
            @Nullable @QueryValue AssessmentState state,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        return assessments.page(caller, state, PageRequest.of(limit, cursor));
    }

    @Post
    @Allowed("assessment:create")
    @Operation(summary = "Begin an assessment against one SCF version")
    @Status(HttpStatus.CREATED)
    HttpResponse<AssessmentView> create(Caller caller, @Valid @Body NewAssessment body) {
        var created = assessments.create(caller, body);
        return HttpResponse.created(created, URI.create("/api/v1/assessments/" + created.assessmentId()));
    }

    @Get("/{assessmentId}")
    @Allowed("assessment:read")
    @Operation(summary = "Read an assessment")
    AssessmentView find(Caller caller, UUID assessmentId) {
        return assessments.find(caller, assessmentId);
    }

    @Patch("/{assessmentId}")
    @Allowed("assessment:update")
    @Operation(summary = "Change the name or the period of an assessment")
    AssessmentView revise(Caller caller, UUID assessmentId, @Valid @Body AssessmentRevision body) {
        return assessments.revise(caller, assessmentId, body);
    }

    @Delete("/{assessmentId}")
    @Allowed("assessment:delete")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take an assessment out of sight; its records stay")
    void delete(Caller caller, UUID assessmentId) {
        assessments.delete(caller, assessmentId);
    }
}
