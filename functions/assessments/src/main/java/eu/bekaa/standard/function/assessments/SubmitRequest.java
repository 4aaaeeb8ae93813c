package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.kernel.IdempotentRequest;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(description = "A draft handed over for review.")
record SubmitRequest(
        @Schema(
                description = "Why it is submitted although something is missing; kept beside the version.",
                example = "The plant joins in spring; agreed with the CISO.")
        @Nullable
        @Size(max = 4000)
        String exceptionRationale,

        @Schema(description = "Makes the request happen once, like the Idempotency-Key header.", example = "submit-1")
        @Nullable
        String idempotencyKey)
        implements IdempotentRequest {
    static @Nullable String exceptionOf(@Nullable SubmitRequest body) {
        return body == null ? null : body.exceptionRationale();
    }
}
