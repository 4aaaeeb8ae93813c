package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.web.Open;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Is the service up, and its database with it? (contract §2)
@Controller
@Tag(name = "Health")
class HealthController {
    private static final Logger LOG = LoggerFactory.getLogger(HealthController.class);

    private final Transactions transactions;

    HealthController(Transactions transactions) {
        this.transactions = transactions;
    }

    @Serdeable
    @Schema(description = "Whether the service and what it depends on are up.")
    record Health(
            @Schema(description = "All is well.", example = "true") boolean ok,
            @Schema(description = "Name of the service.", example = "standard-api-standard") String service,
            @Schema(description = "healthy or unhealthy.", example = "healthy") String status,
            @Schema(description = "Version of the product.", example = "1.0.0") String version,
            @Schema(description = "State of each dependency.", example = "{\"database\":\"up\"}")
            Map<String, String> checks) {}

    @Get(uris = {"/health", "/api/v1/health"})
    @Open
    @Operation(summary = "Tell whether the service is up")
    HttpResponse<Health> health(Caller caller) {
        var up = databaseAnswers(caller);
        var health = new Health(
                up, "standard-api-standard", up ? "healthy" : "unhealthy", "1.0.0", Map.of("database", up ? "up" : "down"));
        return up ? HttpResponse.ok(health) : HttpResponse.<Health>status(503, "Service Unavailable").body(health);
    }

    private boolean databaseAnswers(Caller caller) {
        try {
            return transactions.read(caller, this::probe);
        } catch (RuntimeException away) {
            LOG.warn("The database does not answer: {}", away.getMessage());
            return false;
        }
    }

    private boolean probe() {
        try {
            return transactions.connection().isValid(1);
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }
}
