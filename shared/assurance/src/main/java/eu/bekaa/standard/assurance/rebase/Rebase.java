package eu.bekaa.standard.assurance.rebase;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One carry-over of an assessment to a newer SCF version. Never changed.
@Serdeable
@Introspected
@Schema(description = "One carry-over of an assessment to a newer SCF version.")
public record Rebase(
        @Schema(description = "Id of the rebase.", example = "019aa3c2-7d10-7c41-8b55-0a1d2f3e4c5b")
        UUID rebaseId,

        @Schema(description = "Organization it belongs to.", example = "019aa3c2-0000-7c41-8b55-0a1d2f3e4c5b")
        UUID organizationId,

        @Schema(description = "The assessment.", example = "019aa3c2-0001-7c41-8b55-0a1d2f3e4c5b")
        UUID assessmentId,

        @Schema(description = "SCF version before.", example = "019aa3c2-7d14-7a02-9c1e-4b5a6c7d8e9f")
        UUID fromScfVersionId,

        @Schema(description = "Its label.", example = "2021.1")
        String fromScfVersionLabel,

        @Schema(description = "SCF version since.", example = "019aa3c2-7d15-7a02-9c1e-4b5a6c7d8e9f")
        UUID toScfVersionId,

        @Schema(description = "Its label.", example = "2022.3")
        String toScfVersionLabel,

        @Schema(
                description = "SoA version whose decisions were carried over; null where there was none.",
                example = "019aa3c2-7d11-7a02-9c1e-4b5a6c7d8e9f")
        @Nullable
        UUID fromSoaVersionId,

        @Schema(
                description = "The draft that they were carried into.",
                example = "019aa3c2-7d12-7a02-9c1e-4b5a6c7d8e9f")
        @Nullable
        UUID toSoaVersionId,

        @Schema(description = "Items that stayed as they were.", example = "120")
        int keptCount,

        @Schema(description = "Items that people were asked to look at.", example = "31")
        int reviewCount,

        @Schema(description = "Old items without a place in the newer version.", example = "4")
        int retiredCount,

        @Schema(description = "New items.", example = "19") int addedCount,

        @Schema(description = "Items in the review queue that nobody has decided yet.", example = "31")
        int pendingCount,

        @Schema(description = "Why it was done.", example = "The 2022.3 release is out.")
        String reason,

        @Schema(description = "Who did it.", example = "019aa3c2-0002-7c41-8b55-0a1d2f3e4c5b")
        UUID createdBy,

        @Schema(description = "When.", example = "2026-11-21T09:30:00Z")
        Instant createdAt,

        @Schema(description = "Trace of the request that did it.", example = "8f14e45fceea167a")
        String traceId) {}
