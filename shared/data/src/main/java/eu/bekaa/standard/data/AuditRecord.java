package eu.bekaa.standard.data;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One link of an organization's audit chain (contract §16, SCP §7).
/// @param sequence   1, 2, 3 … without gaps within the organization
/// @param prevHash   the record hash of the link before; 64 zeros for the first
/// @param recordHash SHA-256, lower-case hex, over the canonical JSON of all other components
@Serdeable
@Schema(description = "One link of an organization's audit chain.")
public record AuditRecord(
        @Schema(description = "Place in the chain, from 1 without gaps.", example = "42")
        long sequence,

        @Schema(description = "Id of the event.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID id,

        @Schema(description = "Organization whose chain this is.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "Assessment concerned, if any.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @Nullable
        UUID assessmentId,

        @Schema(description = "Who acted.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Nullable
        UUID actorId,

        @Schema(description = "Kind of actor.", example = "user")
        String actorType,

        @Schema(description = "What was done.", example = "soa.approved")
        String action,

        @Schema(description = "Kind of the thing acted on.", example = "soa")
        String resourceType,

        @Schema(description = "Id of the thing acted on.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Nullable
        UUID resourceId,

        @Schema(description = "success, failure, denied or blocked.", example = "success")
        String outcome,

        @Schema(description = "When, in UTC.", example = "2026-04-19T10:30:00.123456Z")
        Instant timestamp,

        @Schema(description = "Trace id of the request.", example = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId,

        @Schema(description = "Network address of the client.", example = "192.0.2.10") @Nullable
        String ipAddress,

        @Schema(description = "Client program.", example = "curl/8.5.0") @Nullable
        String userAgent,

        @Schema(description = "Allow-listed facts, never content or secrets.", example = "{\"gate\":\"soa\"}")
        Map<String, Object> metadataSafe,

        @Schema(
                description = "Hash of the link before.",
                example = "0000000000000000000000000000000000000000000000000000000000000000")
        String prevHash,

        @Schema(
                description = "Hash of this link.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String recordHash) {
    public AuditRecord {
        metadataSafe = Map.copyOf(metadataSafe);
    }
}
