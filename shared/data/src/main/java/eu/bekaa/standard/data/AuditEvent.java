package eu.bekaa.standard.data;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something worth remembering. Metadata holds short strings, whole numbers and booleans only: never document text,
/// prompts, tokens or secrets (STD-8).
/// @param action `resource.verb`, for instance `poam.item_revised`; what stands before the dot is the resource type
public record AuditEvent(
        String action,
        @Nullable UUID resourceId,
        @Nullable UUID assessmentId,
        Outcome outcome,
        Map<String, Object> metadata) {
    private static final int MAX_TEXT = 500;

    public AuditEvent {
        metadata = Map.copyOf(metadata);
    }

    public static AuditEvent of(String action, @Nullable UUID resourceId) {
        return new AuditEvent(action, resourceId, null, Outcome.SUCCESS, Map.of());
    }

    /// The same event, belonging to an assessment.
    public AuditEvent in(@Nullable UUID assessment) {
        return new AuditEvent(action, resourceId, assessment, outcome, metadata);
    }

    /// The same event with another outcome.
    public AuditEvent outcome(Outcome other) {
        return new AuditEvent(action, resourceId, assessmentId, other, metadata);
    }

    /// The same event with one more fact; absent values are left out, long texts cut at 500 characters.
    /// @param value a string, enum, id, whole number or boolean
    public AuditEvent with(String key, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new TreeMap<String, Object>(metadata);
        more.put(key, plain(value));
        return new AuditEvent(action, resourceId, assessmentId, outcome, more);
    }

    /// The resource type: what stands before the dot of the action.
    public String resourceType() {
        int dot = action.indexOf('.');
        return dot < 0 ? "security" : action.substring(0, dot);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case Integer number -> number.longValue();
            case Long number -> number;
            case Object other -> storable(other.toString());
        };
    }

    /// Only text that the database gives back unchanged can be hashed: no NUL, no half of a surrogate pair.
    private static String storable(String text) {
        var cut = text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
        return new String(cut.replace("\0", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
