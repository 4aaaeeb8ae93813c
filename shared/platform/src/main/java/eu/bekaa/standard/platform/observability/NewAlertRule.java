package eu.bekaa.standard.platform.observability;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// A rule to be made.
@Serdeable
@Schema(description = "A rule to be made.")
public record NewAlertRule(
        @Schema(description = "What people call it; once per organization.", example = "Approvals pile up")
        @NotBlank
        @Size(max = 200)
        String name,

        @Schema(description = "A figure that GET /observability/metrics shows.", example = "approvals.pending")
        @NotBlank
        @Size(max = 100)
        String metricName,

        @Schema(description = "gt, gte, lt, lte or eq.", example = "gt") @NotNull
        AlertRule.Operator operator,

        @Schema(description = "What the figure is compared with.", example = "10") @NotNull
        Double threshold,

        @Schema(description = "How long the condition must hold, in seconds, up to a day.", example = "300")
        @NotNull
        @PositiveOrZero
        @Max(86_400)
        Integer windowSeconds,

        @Schema(description = "informational, low, medium, high or critical.", example = "high") @NotNull
        AlertRule.Severity severity,

        @Schema(description = "webhook or email.", example = "email") @NotNull
        AlertRule.Channel channel,

        @Schema(description = "Whether it is looked at; true unless said.", example = "true") @Nullable
        Boolean enabled) {}
