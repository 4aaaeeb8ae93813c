package eu.bekaa.standard.assurance.review;

import eu.bekaa.standard.data.AuditEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is the same in every state of a version.
/// @param number      counts the versions of this kind in the assessment from 1 (STD-65)
/// @param createdBy   the person, key or worker that drafted it
/// @param metadata    what the feature has to say beside its items: limitations, assumptions, an exception's rationale
/// @param supersedes  the version that this one replaces
/// @param contentHash SHA-256 of what was submitted, 64 hex digits; null while a draft
/// @param traceId     of the request that drafted it
public record Header(
        UUID id,
        UUID organizationId,
        UUID assessmentId,
        ArtifactKind kind,
        int number,
        UUID createdBy,
        Instant createdAt,
        Sources sources,
        Map<String, Object> metadata,
        @Nullable UUID supersedes,
        @Nullable String contentHash,
        String traceId) {
    /// The key of the metadata that tells reports of different types apart.
    public static final String REPORT_TYPE = "report_type";

    /// The key of the metadata that marks the report by which an assessment closes (STD-103).
    public static final String CONCLUDES = "concludes_assessment";

    public Header {
        metadata = withoutNulls(metadata);
    }

    /// Which of the artifacts of its kind it is a version of: a report's type, and null where the kind is one artifact.
    /// A newly approved version supersedes the older of the same variant only (STD-114).
    @Nullable
    String variant() {
        return metadata.get(REPORT_TYPE) instanceof String type ? type : null;
    }

    /// How a person would name the version.
    public String title() {
        return "Version " + number + " of the " + kind.toString().replace('_', ' ');
    }

    /// Something that happened to the version.
    AuditEvent event(String verb) {
        return AuditEvent.of(kind + "." + verb, id).in(assessmentId).with("version_number", number);
    }

    Header submitted(String hash) {
        return with(metadata, supersedes, hash);
    }

    Header superseding(@Nullable UUID older) {
        return with(metadata, supersedes == null ? older : supersedes, contentHash);
    }

    Header annotated(Map<String, Object> all) {
        return with(all, supersedes, contentHash);
    }

    private Header with(Map<String, Object> notes, @Nullable UUID older, @Nullable String hash) {
        return new Header(
                id,
                organizationId,
                assessmentId,
                kind,
                number,
                createdBy,
                createdAt,
                sources,
                notes,
                older,
                hash,
                traceId);
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> metadata) {
        var present = new LinkedHashMap<String, Object>(metadata);
        present.values().removeIf(Objects::isNull);
        return Collections.unmodifiableMap(present);
    }
}
