package eu.bekaa.standard.assurance.maturity;

import eu.bekaa.standard.assurance.review.Header;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.catalog.Framework;
import eu.bekaa.standard.catalog.MappingWeight;
import eu.bekaa.standard.catalog.source.RelationshipType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far an organization complies with a framework, told by the maturity of the controls that answer it (STD-14). A
/// control that nobody has scored counts as level 0, so that the index never says more than was looked at.
@Serdeable
@Schema(description = "How far an organization complies with a framework, by the maturity of the controls behind it.")
public record ComplianceIndex(
        @Schema(description = "The assessment.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID assessmentId,

        @Schema(
                description = "The maturity version that it rests on.",
                example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID maturityVersionId,

        @Schema(description = "That version's state.", example = "approved")
        Version.Status maturityStatus,

        @Schema(description = "The framework.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID frameworkId,

        @Schema(description = "Its code.", example = "NIST CSF V1.1")
        String frameworkCode,

        @Schema(description = "The SCF version that maps it.", example = "019ab1f2-5c3e-7d21-9a40-3f6b8c1d2e70")
        UUID scfVersionId,

        @Schema(
                description =
                        "achieved_weight as a share of maximum_weight, 0 to 1, four decimals; null where no control is"
                                + " related to the framework.",
                example = "0.5053")
        @Nullable
        Double complianceIndex,

        @Schema(description = "Over all mappings: maturity / 5 × weight of the operator.", example = "0.96")
        double achievedWeight,

        @Schema(description = "Over all mappings: the most that the operator can weigh.", example = "1.9")
        double maximumWeight,

        @Schema(description = "Mappings that count.", example = "170")
        int mappingCount,

        @Schema(description = "Mappings left out since the SCF found the two unrelated.", example = "0")
        int unrelatedCount,

        @Schema(description = "Controls of the framework that the version scores.", example = "119")
        int scoredControlCount,

        @Schema(description = "Controls of the framework that it does not score; they count as level 0.", example = "0")
        int unscoredControlCount) {
    private static final double HIGHEST_LEVEL = 5;
    private static final double DECIMALS = 10_000;

    /// @param mappings every official mapping of the framework
    /// @param levels   maturity by control, 0 to 5
    static ComplianceIndex of(
            Version maturity, Framework framework, List<MappingWeight> mappings, Map<UUID, Integer> levels) {
        var scored = new HashSet<UUID>();
        var unscored = new HashSet<UUID>();
        double achieved = 0;
        double maximum = 0;
        int related = 0;
        for (var mapping : mappings) {
            if (mapping.relationshipType() != RelationshipType.NO_RELATION) {
                var level = levels.get(mapping.scfControlId());
                (level == null ? unscored : scored).add(mapping.scfControlId());
                achieved += (level == null ? 0 : level) / HIGHEST_LEVEL * mapping.weight();
                maximum += mapping.maximumWeight();
                related++;
            }
        }
        Header header = maturity.header();
        return new ComplianceIndex(
                header.assessmentId(),
                header.id(),
                maturity.status(),
                framework.frameworkId(),
                framework.frameworkCode(),
                Objects.requireNonNull(header.sources().scfVersionId()),
                maximum == 0 ? null : rounded(achieved / maximum),
                rounded(achieved),
                rounded(maximum),
                related,
                mappings.size() - related,
                scored.size(),
                unscored.size());
    }

    private static double rounded(double value) {
        return Math.round(value * DECIMALS) / DECIMALS;
    }
}
