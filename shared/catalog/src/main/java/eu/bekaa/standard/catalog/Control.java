package eu.bekaa.standard.catalog;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One control of one version.
@Serdeable
@Introspected
@Schema(description = "One control.")
public record Control(
        @Schema(description = "Id of the control.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID controlId,

        @Schema(description = "Id of the SCF version.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfVersionId,

        @Schema(description = "Id of its domain.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID scfDomainId,

        @Schema(description = "Code, unique within the version.", example = "GOV-01")
        String controlCode,

        @Schema(description = "Title.", example = "Governance programme")
        String controlTitle,

        @Schema(description = "What is to be done.", example = "Mechanisms exist to run a governance programme.")
        @Nullable
        String controlDescription,

        @Schema(
                description = "The question an assessor asks.",
                example = "Does the organization run a governance programme?")
        @Nullable
        String controlQuestion,

        @Schema(description = "What it is meant to achieve.", example = "Security decisions have an owner.") @Nullable
        String controlIntent,

        @Schema(description = "Ways to comply.", example = "- Steering committee") @Nullable
        String implementationGuidance,

        @Schema(description = "Artefacts that prove it.", example = "E-GOV-01 Charter") @Nullable
        String expectedEvidence,

        @Schema(description = "Relative weight, 1 to 10.", example = "10") @Nullable
        Double controlWeight,

        @Schema(description = "The NIST CSF function it serves.", example = "Identify") @Nullable
        String functionGrouping,

        @Schema(description = "Words that group controls across domains.", example = "[\"identify\",\"scrm-tier-1\"]")
        @TypeDef(type = DataType.STRING_ARRAY)
        List<String> tags,

        @Schema(description = "Evidence requests it names.", example = "[\"E-GOV-01\"]")
        @TypeDef(type = DataType.STRING_ARRAY)
        List<String> evidenceRequestCodes,

        @Schema(description = "Risks left open without it.", example = "[\"R-GV-1\"]")
        @TypeDef(type = DataType.STRING_ARRAY)
        List<String> riskCodes,

        @Schema(description = "Threats it meets.", example = "[\"MT-1\"]") @TypeDef(type = DataType.STRING_ARRAY)
        List<String> threatCodes,

        @Schema(description = "active, deprecated, draft or archived.", example = "active")
        RecordStatus status,

        @Schema(description = "Whether the record comes from a fixture.", example = "false")
        boolean isSynthetic) {
    public Control {
        tags = List.copyOf(tags);
        evidenceRequestCodes = List.copyOf(evidenceRequestCodes);
        riskCodes = List.copyOf(riskCodes);
        threatCodes = List.copyOf(threatCodes);
    }

    /// What it is about, in the catalog's own words: the domain, the title, and the description or, where there is
    /// none, the question.
    /// @param domain the name of its domain
    public String about(String domain) {
        var text = controlDescription == null || controlDescription.isBlank() ? controlQuestion : controlDescription;
        var words = domain + ": " + controlTitle + (text == null || text.isBlank() ? "" : ". " + text);
        return words.strip().replaceAll("\\s+", " ");
    }

    /// Its weight in a score; an unstated weight counts as 1.
    public double weight() {
        return controlWeight == null ? 1 : controlWeight;
    }
}
