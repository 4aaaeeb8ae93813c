package eu.bekaa.standard.kernel;

import org.jspecify.annotations.Nullable;

/// A request body that may carry its idempotency key itself; it obeys the rule of the `Idempotency-Key` header (STD-5).
public interface IdempotentRequest {
    @Nullable
    String idempotencyKey();
}
