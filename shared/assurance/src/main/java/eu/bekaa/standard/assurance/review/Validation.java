package eu.bekaa.standard.assurance.review;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Whether a version could be submitted for review as it stands.
@Serdeable
@Schema(description = "Whether a version could be submitted for review as it stands.")
public record Validation(
        @Schema(description = "Whether nothing stands in the way.", example = "false")
        boolean valid,

        @Schema(description = "What stands in the way, one sentence each.", example = "[\"POAM-004 has no owner.\"]")
        List<String> blockingErrors,

        @Schema(
                description = "What a reviewer should look at.",
                example = "[\"POAM-007 has a confidence of 0.35, below 0.5.\"]")
        List<String> warnings) {
    public Validation {
        blockingErrors = List.copyOf(blockingErrors);
        warnings = List.copyOf(warnings);
    }

    public static Validation of(List<String> blockingErrors, List<String> warnings) {
        return new Validation(blockingErrors.isEmpty(), blockingErrors, warnings);
    }
}
