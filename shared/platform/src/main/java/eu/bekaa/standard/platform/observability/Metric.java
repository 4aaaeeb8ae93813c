package eu.bekaa.standard.platform.observability;

import eu.bekaa.standard.kernel.observe.Measurement;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;

/// One figure at one moment (contract §16).
@Serdeable
@Schema(description = "One figure about the organization's work at one moment.")
public record Metric(
        @Schema(description = "What is measured.", example = "approvals.pending")
        String metricName,

        @Schema(description = "counter, gauge or histogram.", example = "gauge")
        Measurement.Kind metricType,

        @Schema(description = "The figure.", example = "3") double metricValue,

        @Schema(description = "What is counted, or seconds.", example = "approvals")
        String unit,

        @Schema(description = "What the figure is split by.", example = "{\"state\":\"draft\"}")
        Map<String, String> dimensions,

        @Schema(description = "When it was taken.", example = "2026-04-19T10:30:00Z")
        Instant timestamp) {
    static Metric of(Measurement measured, Instant at) {
        return new Metric(
                measured.name(), measured.kind(), measured.value(), measured.unit(), measured.dimensions(), at);
    }
}
