package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.poam.MilestoneService;
import eu.bekaa.standard.assurance.poam.PoamDependency;
import eu.bekaa.standard.assurance.poam.PoamMilestone;
import eu.bekaa.standard.assurance.poam.PoamService;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/// Milestones and dependencies of a plan's items (contract §11).
@Controller("/api/v1")
@Tag(name = "POA&M")
class MilestoneController {
    private final MilestoneService milestones;
    private final PoamService plans;

    MilestoneController(MilestoneService milestones, PoamService plans) {
        this.milestones = milestones;
        this.plans = plans;
    }

    @Get("/poam-items/{poamItemId}/milestones")
    @Allowed("poam:read")
    @Operation(summary = "List the milestones of an item")
    List<PoamMilestone> list(Caller caller, UUID poamItemId) {
        return milestones.ofItem(caller, poamItemId);
    }

    @Post("/poam-items/{poamItemId}/milestones")
    @Allowed("poam:update")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Add a milestone to an item of a draft")
    PoamMilestone add(Caller caller, UUID poamItemId, @Valid @Body PoamMilestone.Text body) {
        return milestones.add(caller, poamItemId, body);
    }

    @Get("/poam-milestones/{milestoneId}")
    @Allowed("poam:read")
    @Operation(summary = "Show a milestone")
    PoamMilestone show(Caller caller, UUID milestoneId) {
        return milestones.find(caller, milestoneId);
    }

    @Patch("/poam-milestones/{milestoneId}")
    @Allowed("poam:update")
    @Operation(summary = "Change a milestone of a draft")
    PoamMilestone revise(Caller caller, UUID milestoneId, @Valid @Body PoamMilestone.Text body) {
        return milestones.revise(caller, milestoneId, body);
    }

    @Get("/poam-items/{poamItemId}/dependencies")
    @Allowed("poam:read")
    @Operation(summary = "List which other items bear on an item")
    List<PoamDependency> dependencies(Caller caller, UUID poamItemId) {
        return plans.dependencies(caller, poamItemId);
    }
}
