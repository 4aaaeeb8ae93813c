package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.kernel.IdempotentRequest;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(description = "Another draft from the same sources.")
record RegenerateRequest(
        @Schema(description = "Makes the request happen once, like the Idempotency-Key header.", example = "again-1")
        @Nullable
        String idempotencyKey)
        implements IdempotentRequest {}
