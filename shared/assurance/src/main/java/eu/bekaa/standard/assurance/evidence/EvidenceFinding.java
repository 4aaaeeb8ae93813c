package eu.bekaa.standard.assurance.evidence;

import eu.bekaa.standard.assurance.soa.SoaItem;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the documents say about one item of a SoA. Never changed: looking again makes a new finding, so that a gap
/// analysis keeps what it was based on.
@Serdeable
@MappedEntity("evidence_finding")
public record EvidenceFinding(
        @Schema(description = "The finding", example = "019aa3c2-7d10-7c41-8b55-0a1d2f3e4c5b") @Id
        UUID evidenceFindingId,

        @Schema(description = "The organization", example = "019aa3c2-0000-7c41-8b55-0a1d2f3e4c5b")
        UUID organizationId,

        @Schema(description = "The assessment", example = "019aa3c2-0001-7c41-8b55-0a1d2f3e4c5b")
        UUID assessmentId,

        @Schema(description = "The SoA version", example = "019aa3c2-7d11-7a02-9c1e-4b5a6c7d8e9f")
        UUID soaVersionId,

        @Schema(description = "The SoA item", example = "019aa3c2-7d12-7a02-9c1e-4b5a6c7d8e9f")
        UUID soaItemId,

        @Schema(description = "The item's place in the SoA", example = "1")
        int ordinal,

        @Schema(description = "The requirement", example = "019aa3c2-7d13-7a02-9c1e-4b5a6c7d8e9f")
        UUID frameworkRequirementId,

        @Schema(
                description = "The control; null where no official mapping exists",
                example = "019aa3c2-7d14-7a02-9c1e-4b5a6c7d8e9f")
        @Nullable
        UUID scfControlId,

        @Schema(description = "How strong the evidence is", example = "partial")
        EvidenceStrength evidenceStrength,

        @Schema(description = "What has become of it", example = "candidate")
        EvidenceStatus evidenceStatus,

        @Schema(
                description = "What was found and where",
                example = "\"Assets are inventoried.\" (asset-policy.pdf, page 3)")
        String evidenceSummary,

        @Schema(
                description = "What the evidence does not show",
                example = "[\"Found by retrieval; a person confirms it.\"]")
        @TypeDef(type = DataType.STRING_ARRAY)
        List<String> evidenceLimitations,

        @Schema(description = "How far the classification carries, 0 to 1", example = "0.68")
        double confidenceScore,

        @Schema(description = "What the cited passages give away, with the words that do")
        @TypeDef(type = DataType.JSON)
        List<MatchedSignal> matchedSignals,

        @Schema(
                description = "The finding it replaces, if it was looked at again",
                example = "019aa3c2-7d15-7a02-9c1e-4b5a6c7d8e9f")
        @Nullable
        UUID supersedesFindingId,

        @Schema(description = "When the documents were searched", example = "2026-11-21T09:30:00Z")
        Instant createdAt) {
    public EvidenceFinding {
        evidenceLimitations = List.copyOf(evidenceLimitations);
        matchedSignals = List.copyOf(matchedSignals);
    }

    /// The same finding about an item of another SoA version that says the same.
    EvidenceFinding under(UUID id, SoaItem item) {
        return new EvidenceFinding(
                id,
                organizationId,
                assessmentId,
                item.soaVersionId(),
                item.soaItemId(),
                item.ordinal(),
                item.frameworkRequirementId(),
                item.scfControlId(),
                evidenceStrength,
                evidenceStatus,
                evidenceSummary,
                evidenceLimitations,
                confidenceScore,
                matchedSignals,
                null,
                createdAt);
    }

    /// What the cited passages give away.
    public Set<Signal> signals() {
        return matchedSignals.stream().map(MatchedSignal::signal).collect(Collectors.toUnmodifiableSet());
    }
}
