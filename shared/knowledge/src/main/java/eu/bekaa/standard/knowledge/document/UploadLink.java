package eu.bekaa.standard.knowledge.document;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Where to send a file.
@Serdeable
@Schema(description = "Where to send a file: PUT it there with these headers before the link expires.")
public record UploadLink(
        @Schema(
                description = "The document that the file becomes once it has arrived and passed its checks.",
                example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID documentId,

        @Schema(description = "The address.", example = "https://standard.s3.eu-central-1.amazonaws.com/incoming/…")
        String url,

        @Schema(description = "The headers to send, exactly.", example = "{\"content-type\": \"application/pdf\"}")
        Map<String, String> headers,

        @Schema(description = "When the address stops working.", example = "2026-11-21T09:45:00Z")
        Instant expiresAt) {
    public UploadLink {
        headers = Map.copyOf(headers);
    }
}
