package eu.bekaa.standard.assurance.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The history of a version, flat, for the features' answers: what its state does not know is null.
/// @param reason why it was approved or sent back
public record VersionView(
        Header header,
        Version.Status status,
        @Nullable UUID submittedBy,
        @Nullable Instant submittedAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable UUID approvalId,
        @Nullable String reason,
        @Nullable UUID supersededBy) {
    public static VersionView of(Version version) {
        return switch (version) {
            case Version.Draft draft -> bare(draft);
            case Version.Archived archived -> bare(archived);
            case Version.UnderReview submitted ->
                new VersionView(
                        submitted.header(),
                        submitted.status(),
                        submitted.submittedBy(),
                        submitted.submittedAt(),
                        null,
                        null,
                        null,
                        null,
                        null);
            case Version.Rejected rejected ->
                new VersionView(
                        rejected.header(),
                        rejected.status(),
                        rejected.submission().submittedBy(),
                        rejected.submission().submittedAt(),
                        null,
                        null,
                        rejected.approvalId(),
                        rejected.reason(),
                        rejected.successor());
            case Version.Approved approved -> approved(approved, approved.status(), null);
            case Version.Superseded superseded ->
                approved(superseded.approval(), superseded.status(), superseded.successor());
        };
    }

    private static VersionView bare(Version version) {
        return new VersionView(version.header(), version.status(), null, null, null, null, null, null, null);
    }

    private static VersionView approved(Version.Approved approved, Version.Status status, @Nullable UUID successor) {
        return new VersionView(
                approved.header(),
                status,
                approved.submission().submittedBy(),
                approved.submission().submittedAt(),
                approved.approvedBy(),
                approved.approvedAt(),
                approved.approvalId(),
                approved.reason(),
                successor);
    }
}
