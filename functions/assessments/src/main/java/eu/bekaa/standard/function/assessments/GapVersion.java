package eu.bekaa.standard.function.assessments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.review.VersionHistory;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(description = "A gap analysis version.")
record GapVersion(
        @Schema(description = "Id of the version.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID gapAnalysisVersionId,

        @Schema(description = "The SoA it was drafted from.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        @Nullable
        UUID sourceSoaVersionId,

        @Schema(description = "The framework.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70") @Nullable
        UUID frameworkId,

        @JsonUnwrapped VersionHistory history) {
    static GapVersion of(Version version) {
        var header = version.header();
        return new GapVersion(
                header.id(),
                header.sources().soaVersionId(),
                header.sources().frameworkId(),
                VersionHistory.of(version));
    }
}
