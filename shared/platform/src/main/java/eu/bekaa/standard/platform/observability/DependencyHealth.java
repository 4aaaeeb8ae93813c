package eu.bekaa.standard.platform.observability;

import eu.bekaa.standard.kernel.Word;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/// The state of everything that the product depends on (contract §16).
@Serdeable
@Schema(description = "The state of everything that the product depends on.")
public record DependencyHealth(
        @Schema(description = "healthy, degraded or unhealthy.", example = "healthy")
        Status overall,

        @Schema(description = "Each dependency.") List<Dependency> dependencies,

        @Schema(description = "When it was looked at.", example = "2026-04-19T10:30:00Z")
        Instant checkedAt) {

    /// How something is.
    public enum Status {
        HEALTHY,
        DEGRADED,
        UNHEALTHY;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    /// One dependency.
    @Serdeable
    @Schema(description = "The state of one dependency.")
    public record Dependency(
            @Schema(description = "Its name.", example = "database")
            String name,

            @Schema(
                    description = "healthy, degraded when slow, unhealthy when it does not answer.",
                    example = "healthy")
            Status status,

            @Schema(description = "How long it took to answer, in milliseconds.", example = "2")
            long latencyMs) {}
}
