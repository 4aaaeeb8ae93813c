package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.platform.integration.ConnectionTest;
import eu.bekaa.standard.platform.integration.IntegrationRevision;
import eu.bekaa.standard.platform.integration.IntegrationService;
import eu.bekaa.standard.platform.integration.IntegrationView;
import eu.bekaa.standard.platform.integration.NewIntegration;
import eu.bekaa.standard.platform.integration.StatusChange;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/// Connections to other systems (contract §17).
@Controller("/api/v1/integrations")
@Tag(name = "Integrations")
class IntegrationController {
    private final IntegrationService integrations;
    private final ConnectionTest test;

    IntegrationController(IntegrationService integrations, ConnectionTest test) {
        this.integrations = integrations;
        this.test = test;
    }

    @Get
    @Allowed("admin:read")
    @Operation(summary = "List the integrations")
    List<IntegrationView> list(Caller caller) {
        return integrations.all(caller);
    }

    @Get("/{integrationId}")
    @Allowed("admin:read")
    @Operation(summary = "Show an integration, without its credentials")
    IntegrationView find(Caller caller, UUID integrationId) {
        return integrations.find(caller, integrationId);
    }

    @Get("/{integrationId}/history")
    @Allowed("admin:read")
    @Operation(summary = "List every state an integration has been in")
    List<StatusChange> history(Caller caller, UUID integrationId) {
        return integrations.history(caller, integrationId);
    }

    @Post
    @Allowed("admin:write")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Make an integration")
    IntegrationView create(Caller caller, @Valid @Body NewIntegration body) {
        return integrations.create(caller, body);
    }

    @Patch("/{integrationId}")
    @Allowed("admin:write")
    @Operation(summary = "Change an integration, replace its credentials, or switch it on or off")
    IntegrationView revise(Caller caller, UUID integrationId, @Valid @Body IntegrationRevision body) {
        return integrations.revise(caller, integrationId, body);
    }

    @Post("/{integrationId}/test")
    @Allowed("admin:write")
    @Operation(summary = "Try whether the other system answers to the credentials")
    IntegrationView test(Caller caller, UUID integrationId) {
        return test.run(caller, integrationId);
    }

    @Post("/{integrationId}/revoke")
    @Allowed("admin:write")
    @Operation(summary = "End an integration for good and erase its credentials")
    IntegrationView revoke(Caller caller, UUID integrationId) {
        return integrations.revoke(caller, integrationId);
    }

    @Delete("/{integrationId}")
    @Allowed("admin:write")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove an integration and erase its credentials")
    void delete(Caller caller, UUID integrationId) {
        integrations.delete(caller, integrationId);
    }
}
