package eu.bekaa.standard.assurance.review;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A version as the table keeps it: flat, with what its state does not need left null.
@MappedEntity("artifact_version")
record VersionRow(
        @Id UUID versionId,
        UUID organizationId,
        UUID assessmentId,
        ArtifactKind kind,
        int number,
        Version.Status status,
        @Nullable UUID frameworkId,
        @Nullable UUID scfVersionId,
        @Nullable UUID scopeId,
        @Nullable UUID soaVersionId,
        @Nullable UUID gapVersionId,
        @Nullable UUID maturityVersionId,
        @Nullable UUID poamVersionId,
        @TypeDef(type = DataType.JSON) Map<String, Object> metadata,
        @Nullable String contentHash,
        @Nullable UUID supersedesVersionId,
        @Nullable UUID supersededBy,
        UUID createdBy,
        Instant createdAt,
        @Nullable UUID submittedBy,
        @Nullable Instant submittedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable UUID approvalId,
        @Nullable String rejectionReason,
        String traceId) {
    static VersionRow of(Version.Draft draft) {
        var header = draft.header();
        var sources = header.sources();
        return new VersionRow(
                header.id(),
                header.organizationId(),
                header.assessmentId(),
                header.kind(),
                header.number(),
                draft.status(),
                sources.frameworkId(),
                sources.scfVersionId(),
                sources.scopeId(),
                sources.soaVersionId(),
                sources.gapVersionId(),
                sources.maturityVersionId(),
                sources.poamVersionId(),
                header.metadata(),
                null,
                header.supersedes(),
                null,
                header.createdBy(),
                header.createdAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                header.traceId());
    }

    /// Whether its approval lets the assessment through the gate of its kind. Of the reports only the one that tells
    /// the whole assessment does (STD-103).
    boolean opensGate() {
        return kind == ArtifactKind.REPORT ? Boolean.TRUE.equals(metadata.get(Header.CONCLUDES)) : kind.opensGate();
    }

    Version version() {
        return switch (status) {
            case DRAFT -> new Version.Draft(header());
            case UNDER_REVIEW -> submission();
            case APPROVED -> approval();
            case REJECTED ->
                new Version.Rejected(
                        submission(),
                        present(decidedBy),
                        present(decidedAt),
                        present(rejectionReason),
                        present(approvalId),
                        supersededBy);
            case SUPERSEDED -> new Version.Superseded(approval(), present(supersededBy));
            case ARCHIVED -> new Version.Archived(header());
        };
    }

    private Version.UnderReview submission() {
        return new Version.UnderReview(header(), present(submittedBy), present(submittedAt));
    }

    private Version.Approved approval() {
        return new Version.Approved(submission(), present(decidedBy), present(decidedAt), present(approvalId));
    }

    private Header header() {
        var sources = new Sources(
                frameworkId, scfVersionId, scopeId, soaVersionId, gapVersionId, maturityVersionId, poamVersionId);
        return new Header(
                versionId,
                organizationId,
                assessmentId,
                kind,
                number,
                createdBy,
                createdAt,
                sources,
                metadata,
                supersedesVersionId,
                contentHash,
                traceId);
    }

    /// The table's checks promise it for this state.
    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
