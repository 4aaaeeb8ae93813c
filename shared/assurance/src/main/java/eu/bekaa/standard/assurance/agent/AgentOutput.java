package eu.bekaa.standard.assurance.agent;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an agent proposes: the one schema of all nine (contract §14). Absent parts are for [Guardrails] to find.
@Serdeable
@Schema(description = "What an agent proposes. It decides nothing.")
public record AgentOutput(
        @Schema(
                description = "The proposal in a few sentences.",
                example = "4 of 5 requirements are officially mapped.")
        @Nullable
        String summary,

        @Schema(
                description = "What was taken for granted; at least one.",
                example = "[\"The documents uploaded are those in force.\"]")
        @Nullable
        List<String> assumptions,

        @Schema(
                description = "What the proposal does not show; at least one.",
                example = "[\"Passages were found by search; a person confirms them.\"]")
        @Nullable
        List<String> limitations,

        @Schema(
                description = "What it rests on; at least one.",
                example =
                        "[{\"source_type\": \"document_chunk\", \"source_id\": \"0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a13\"}]")
        @Nullable
        List<AgentSource> sources,

        @Schema(description = "How far it carries, 0 to 1.", example = "0.68") @Nullable
        Double confidenceScore,

        @Schema(description = "Always false: a person decides about findings.", example = "false") @Nullable
        Boolean writesFinalFinding,

        @Schema(description = "Always false: only an import creates official mappings.", example = "false") @Nullable
        Boolean createsOfficialMapping,

        @Schema(
                description = "The proposal item by item, and which engine made it.",
                example = "{\"engine\": \"deterministic\"}")
        @Nullable
        Map<String, Object> metadata) {}
