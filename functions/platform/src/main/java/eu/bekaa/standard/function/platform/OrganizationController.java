package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.platform.identity.Organization;
import eu.bekaa.standard.platform.identity.OrganizationService;
import eu.bekaa.standard.platform.identity.OrganizationService.Nature;
import eu.bekaa.standard.web.Allowed;
import eu.bekaa.standard.web.WithoutOrganization;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/// Organizations that the caller may see (contract §4).
@Controller("/api/v1/organizations")
@Tag(name = "Organizations")
class OrganizationController {
    private final OrganizationService organizations;

    OrganizationController(OrganizationService organizations) {
        this.organizations = organizations;
    }

    @Get
    @Allowed("organization:read")
    @WithoutOrganization
    @Operation(summary = "List the organizations you belong to")
    List<Organization> list(Caller caller) {
        return organizations.visible(caller);
    }

    @Post
    @Allowed("organization:create")
    @WithoutOrganization
    @Operation(
            summary = "Make an organization",
            description = "For platform administrators, who then invite its first owner.")
    @Status(HttpStatus.CREATED)
    HttpResponse<Organization> create(Caller caller, @Valid @Body NewOrganization body) {
        var id = organizations.create(caller, body.slug(), body.name(), Nature.REAL);
        return HttpResponse.created(organizations.find(caller, id), URI.create("/api/v1/organizations/" + id));
    }

    @Get("/{organizationId}")
    @Allowed("organization:read")
    @WithoutOrganization
    @Operation(summary = "Show an organization")
    Organization find(Caller caller, UUID organizationId) {
        return organizations.find(caller, organizationId);
    }
}
