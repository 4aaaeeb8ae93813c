package eu.bekaa.standard.kernel;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The product says no. Rendered by the edge in the error format of the path's API family; never a bug and never
/// logged as one.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Detail> details;
    private final @Nullable UUID missing;
    private final @Nullable String permission;

    /// One reason among several.
    /// @param field the offending field in wire spelling, or null when the reason concerns the whole request
    /// @param message what is wrong with it
    public record Detail(@Nullable String field, String message) {}

    public Refusal(ErrorCode code, String message) {
        this(code, message, List.of(), null, null);
    }

    /// @param reasons what stands in the way, one sentence each
    public Refusal(ErrorCode code, String message, List<String> reasons) {
        this(
                code,
                message,
                reasons.stream().map(reason -> new Detail(null, reason)).toList(),
                null,
                null);
    }

    private Refusal(
            ErrorCode code, String message, List<Detail> details, @Nullable UUID missing, @Nullable String permission) {
        super(message, null, false, false);
        this.code = code;
        this.details = List.copyOf(details);
        this.missing = missing;
        this.permission = permission;
    }

    /// A resource that the caller cannot see, whether it does not exist or belongs to another organization (STD-2).
    public static Supplier<Refusal> notFound(ErrorCode code, UUID id) {
        return () -> new Refusal(code, "There is no such resource: " + id + ".", List.of(), id, null);
    }

    /// A bad value in one field of the request.
    /// @param field the field in wire spelling
    public static Refusal invalid(String field, String message) {
        return invalid(List.of(new Detail(field, message)));
    }

    /// Bad values in several fields of the request.
    public static Refusal invalid(List<Detail> details) {
        var first = details.getFirst();
        return new Refusal(ErrorCode.VALIDATION_ERROR, first.message(), details, null, null);
    }

    /// A permission that the caller does not hold (STD-7).
    public static Refusal denied(ErrorCode code, String permission, String message) {
        return new Refusal(code, message, List.of(), null, permission);
    }

    public ErrorCode code() {
        return code;
    }

    public List<Detail> details() {
        return details;
    }

    /// The id that was asked for and not found, so that the edge can tell a foreign one apart in the caller's audit
    /// log.
    public @Nullable UUID missing() {
        return missing;
    }

    /// The permission that was lacking, so that the edge can record the denial.
    public @Nullable String permission() {
        return permission;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
