package eu.bekaa.standard.function.assessments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.review.VersionHistory;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(description = "A version of the plan of action and milestones.")
record PoamVersion(
        @Schema(description = "Id of the version.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID poamVersionId,

        @Schema(description = "The gap analysis it was drawn from.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        @Nullable
        UUID sourceGapAnalysisVersionId,

        @Schema(
                description = "The maturity assessment it was drawn from.",
                example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        @Nullable
        UUID sourceMaturityAssessmentVersionId,

        @Schema(description = "The framework.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID frameworkId,

        @JsonUnwrapped VersionHistory history) {
    static PoamVersion of(Version version) {
        var header = version.header();
        return new PoamVersion(
                header.id(),
                header.sources().gapVersionId(),
                header.sources().maturityVersionId(),
                header.sources().frameworkId(),
                VersionHistory.of(version));
    }
}
