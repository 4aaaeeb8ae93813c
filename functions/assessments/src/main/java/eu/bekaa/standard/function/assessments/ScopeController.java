package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.scope.Scope;
import eu.bekaa.standard.assurance.scope.ScopeFields;
import eu.bekaa.standard.assurance.scope.ScopeService;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/// What an assessment looks at (contract §8).
@Controller("/api/v1")
@Tag(name = "Scope")
class ScopeController {
    private final ScopeService scopes;

    ScopeController(ScopeService scopes) {
        this.scopes = scopes;
    }

    @Get("/assessments/{assessmentId}/scope")
    @Allowed("soa:read")
    @Operation(summary = "Show the scope that counts now")
    Scope current(Caller caller, UUID assessmentId) {
        return scopes.current(caller, assessmentId);
    }

    @Get("/assessments/{assessmentId}/scopes")
    @Allowed("soa:read")
    @Operation(summary = "List every version of the scope")
    List<Scope> list(Caller caller, UUID assessmentId) {
        return scopes.all(caller, assessmentId);
    }

    @Post("/assessments/{assessmentId}/scope")
    @Allowed("soa:create")
    @Operation(summary = "Write down the scope: 201 for a new version, 200 for the draft that was there")
    @ApiResponse(responseCode = "201", description = "A new version of the scope.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "The newest draft, updated in place.", useReturnTypeSchema = true)
    HttpResponse<Scope> save(Caller caller, UUID assessmentId, @Valid @Body ScopeFields body) {
        var saved = scopes.save(caller, assessmentId, body);
        return HttpResponse.<Scope>status(saved.opened() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(saved.scope());
    }

    @Get("/scopes/{scopeId}")
    @Allowed("soa:read")
    @Operation(summary = "Show a version of the scope")
    Scope show(Caller caller, UUID scopeId) {
        return scopes.find(caller, scopeId);
    }

    @Patch("/scopes/{scopeId}")
    @Allowed("soa:update")
    @Operation(summary = "Change fields of a scope draft")
    Scope revise(Caller caller, UUID scopeId, @Valid @Body ScopeFields body) {
        return scopes.revise(caller, scopeId, body);
    }

    @Post("/scopes/{scopeId}/submit-review")
    @Allowed("soa:update")
    @Operation(summary = "Submit a scope draft for review")
    Scope submit(Caller caller, UUID scopeId) {
        return scopes.submit(caller, scopeId);
    }

    @Post("/scopes/{scopeId}/approve")
    @Allowed("soa:approve")
    @Operation(summary = "Approve a scope by a given approval")
    Scope approve(Caller caller, UUID scopeId, @Valid @Body ApproveRequest body) {
        return scopes.approve(caller, scopeId, body.approvalEventId(), body.reason());
    }
}
