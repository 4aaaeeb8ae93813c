package eu.bekaa.standard.function.assessments;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(description = "The decision by which a version is approved.")
record ApproveRequest(
        @Schema(
                description = "The approval that the calling person has given for exactly this version.",
                example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        @Nullable
        UUID approvalEventId,

        @Schema(description = "Why; kept beside the version.", example = "Checked against the interviews.")
        @Nullable
        @Size(max = 2000)
        String reason) {}
