package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.platform.identity.Organization;
import eu.bekaa.standard.platform.identity.OrganizationService;
import eu.bekaa.standard.web.Allowed;
import eu.bekaa.standard.web.WithoutOrganization;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

    @Get("/{organizationId}")
    @Allowed("organization:read")
    @WithoutOrganization
    @Operation(summary = "Show an organization")
    Organization find(Caller caller, UUID organizationId) {
        return organizations.find(caller, organizationId);
    }
}
