package eu.bekaa.standard.platform.proof;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/// A key that checkpoints can be checked with.
@Serdeable
@Schema(description = "A key that checkpoints can be checked with; keep it outside the product.")
public record VerificationKey(
        @Schema(description = "Tells the key from others.", example = "5f2a9c0d11e4b7a8")
        String keyId,

        @Schema(description = "Ed25519.", example = "Ed25519")
        String algorithm,

        @Schema(description = "X.509, base64.", example = "MCowBQYDK2VwAyEA")
        String publicKey) {}
