package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.platform.identity.Organization;
import eu.bekaa.standard.platform.identity.OrganizationService;
import eu.bekaa.standard.platform.identity.OrganizationService.Nature;
import eu.bekaa.standard.platform.identity.OrganizationStatus;
import eu.bekaa.standard.web.Allowed;
import eu.bekaa.standard.web.WithoutOrganization;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Organizations as platform administrators see them (contract §4).
@Controller("/api/v1/tenants")
@Tag(name = "Tenants")
class TenantController {
    private final OrganizationService organizations;

    TenantController(OrganizationService organizations) {
        this.organizations = organizations;
    }

    @Serdeable
    @Schema(description = "An organization on the platform.")
    record Tenant(
            @Schema(description = "Id of the organization.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
            UUID organizationId,

            @Schema(description = "Short name, unique on the platform.", example = "northwind")
            String slug,

            @Schema(description = "Name.", example = "Northwind Clinics")
            String name,

            @Schema(description = "active, suspended or archived.", example = "active")
            String status) {
        static Tenant of(Organization organization) {
            return new Tenant(
                    organization.organizationId(), organization.slug(), organization.name(), organization.status());
        }
    }

    @Serdeable
    @Schema(description = "What is to be changed; what is left out stays.")
    record Revision(
            @Schema(description = "Name.", example = "Northwind Clinics")
            @Nullable
            @Pattern(regexp = "(?s).*\\S.*")
            @Size(max = 200)
            String name,

            @Schema(description = "A suspended or archived organization lets nobody in.") @Nullable
            OrganizationStatus status) {}

    @Get
    @Allowed("tenant:read")
    @WithoutOrganization
    @Operation(summary = "List the tenants: all for a platform administrator, else your own")
    List<Tenant> list(Caller caller) {
        return organizations.visible(caller).stream().map(Tenant::of).toList();
    }

    @Post
    @Allowed("organization:create")
    @WithoutOrganization
    @Operation(summary = "Make a tenant")
    @Status(HttpStatus.CREATED)
    HttpResponse<Tenant> create(Caller caller, @Valid @Body NewOrganization body) {
        var id = organizations.create(caller, body.slug(), body.name(), Nature.REAL);
        var made = Tenant.of(organizations.find(caller, id));
        return HttpResponse.created(made, URI.create("/api/v1/tenants/" + id));
    }

    @Get("/{tenantId}")
    @Allowed("tenant:read")
    @WithoutOrganization
    @Operation(summary = "Show a tenant")
    Tenant find(Caller caller, UUID tenantId) {
        return Tenant.of(organizations.find(caller, tenantId));
    }

    @Put("/{tenantId}")
    @Allowed("tenant:write")
    @WithoutOrganization
    @Operation(summary = "Rename, suspend, archive or reinstate a tenant")
    Tenant revise(Caller caller, UUID tenantId, @Valid @Body Revision body) {
        if (body.name() == null && body.status() == null) {
            throw Refusal.invalid("name", "Say what is to be changed: name or status.");
        }
        return Tenant.of(organizations.revise(caller, tenantId, body.name(), body.status()));
    }
}
