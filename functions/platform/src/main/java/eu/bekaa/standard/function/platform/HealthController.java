package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.data.DatabaseHealth;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.web.Open;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;

/// Is the service up, and its database with it? (contract §2)
@Controller
@Tag(name = "Health")
class HealthController {
    private final DatabaseHealth database;

    HealthController(DatabaseHealth database) {
        this.database = database;
    }

    @Serdeable
    @Schema(description = "Whether the service and what it depends on are up.")
    record Health(
            @Schema(description = "All is well.", example = "true")
            boolean ok,

            @Schema(description = "Name of the service.", example = "standard-api-standard")
            String service,

            @Schema(description = "healthy or unhealthy.", example = "healthy")
            String status,

            @Schema(description = "Version of the product.", example = "1.0.0")
            String version,

            @Schema(description = "State of each dependency.", example = "{\"database\":\"up\"}")
            Map<String, String> checks) {}

    @Get(uris = {"/health", "/api/v1/health"})
    @Open
    @Operation(summary = "Tell whether the service is up")
    HttpResponse<Health> health(Caller caller) {
        var up = database.isUp(caller);
        var health = new Health(
                up,
                "standard-api-standard",
                up ? "healthy" : "unhealthy",
                "1.0.0",
                Map.of("database", up ? "up" : "down"));
        return up
                ? HttpResponse.ok(health)
                : HttpResponse.<Health>status(503, "Service Unavailable").body(health);
    }
}
