package eu.bekaa.standard.platform.email;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// A letter as its reader sees it.
@Serdeable
@Schema(description = "A letter as its reader sees it.")
public record Letter(
        @Schema(description = "Its subject.", example = "Version 1 of the soa waits for your decision")
        String subject,

        @Schema(description = "Its text as HTML.", example = "<p>Dear Ada,</p>")
        String bodyHtml,

        @Schema(description = "Its text without markup.", example = "Dear Ada,")
        String bodyText) {}
