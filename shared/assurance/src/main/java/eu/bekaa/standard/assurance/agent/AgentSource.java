package eu.bekaa.standard.assurance.agent;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a statement rests on: something that exists, and where it has words, its own words.
@Serdeable
@Schema(description = "A source: something that exists in the assessment or in its SCF version.")
public record AgentSource(
        @Schema(description = "What it is.", example = "document_chunk")
        AgentSourceType sourceType,

        @Schema(description = "Its id.", example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a13")
        UUID sourceId,

        @Schema(description = "What it is called.", example = "access-policy.pdf") @Nullable
        String title,

        @Schema(description = "Where in it.", example = "page 7") @Nullable
        String location,

        @Schema(
                description = "Its own words, as they stand there; null where it has none.",
                example = "Managers review access rights each quarter.")
        @Nullable
        String quote) {
    public static AgentSource of(AgentSourceType type, UUID id, String title) {
        return new AgentSource(type, id, title, null, null);
    }

    public static AgentSource quoting(AgentSourceType type, UUID id, String title, @Nullable String quote) {
        return new AgentSource(type, id, title, null, quote);
    }
}
