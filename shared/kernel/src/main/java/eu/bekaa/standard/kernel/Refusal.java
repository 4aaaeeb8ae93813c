package eu.bekaa.standard.kernel;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The product says no. Rendered by the edge in the error format of the path's API family; never a bug and never logged as one.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Detail> details;
    private final @Nullable UUID missing;

    /// One reason among several.
    /// @param field the offending field in wire spelling, or null when the reason concerns the whole request
    /// @param message what is wrong with it
    public record Detail(@Nullable String field, String message) {}

    public Refusal(ErrorCode code, String message) {
        this(code, message, List.of(), null);
    }

    /// @param reasons what stands in the way, one sentence each
    public Refusal(ErrorCode code, String message, List<String> reasons) {
        this(code, message, reasons.stream().map(reason -> new Detail(null, reason)).toList(), null);
    }

    private Refusal(ErrorCode code, String message, List<Detail> details, @Nullable UUID missing) {
        super(message, null, false, false);
        this.code = code;
        this.details = List.copyOf(details);
        this.missing = missing;
    }

    /// A resource that the caller cannot see, whether it does not exist or belongs to another organization (STD-2).
    public static Supplier<Refusal> notFound(ErrorCode code, UUID id) {
        return () -> new Refusal(code, "There is no such resource: " + id + ".", List.of(), id);
    }

    /// A bad value in one field of the request.
    /// @param field the field in wire spelling
    public static Refusal invalid(String field, String message) {
        return invalid(List.of(new Detail(field, message)));
    }

    /// Bad values in several fields of the request.
    public static Refusal invalid(List<Detail> details) {
        var first = details.getFirst();
        return new Refusal(ErrorCode.VALIDATION_ERROR, first.message(), details, null);
    }

    public ErrorCode code() {
        return code;
    }

    public List<Detail> details() {
        return details;
    }

    /// The id that was asked for and not found, so that the edge can tell a foreign one apart in the caller's audit log.
    public @Nullable UUID missing() {
        return missing;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
