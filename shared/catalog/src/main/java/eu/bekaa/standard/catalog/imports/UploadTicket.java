package eu.bekaa.standard.catalog.imports;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Where to send a large workbook.
@Serdeable
@Schema(description = "Where to send a large workbook: PUT it there with these headers, then have the upload imported.")
public record UploadTicket(
        @Schema(description = "Id of the upload.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID uploadId,

        @Schema(
                description = "The address.",
                example = "https://standard.s3.eu-central-1.amazonaws.com/imports/incoming/…")
        String url,

        @Schema(description = "The headers to send, exactly.", example = "{}")
        Map<String, String> headers,

        @Schema(description = "When the address stops working.", example = "2026-11-21T09:45:00Z")
        Instant expiresAt) {
    public UploadTicket {
        headers = Map.copyOf(headers);
    }
}
