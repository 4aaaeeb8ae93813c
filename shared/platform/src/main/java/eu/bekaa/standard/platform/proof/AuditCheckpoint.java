package eu.bekaa.standard.platform.proof;

import eu.bekaa.standard.data.CanonicalJson;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/// A signed statement about an organization's audit log: at this moment it had this many records and this Merkle root.
/// Keep it outside the product: it shows any later change to what it covers.
@Serdeable
@Schema(
        description =
                "A signed statement about the audit log; the signature covers the canonical JSON of all other fields.")
public record AuditCheckpoint(
        @Schema(description = "Organization whose log it is.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(description = "How many records it covers.", example = "1042")
        long sequence,

        @Schema(
                description = "Hash of the newest record it covers.",
                example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String headHash,

        @Schema(
                description = "Merkle root over the record hashes (RFC 6962).",
                example = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752")
        String rootHash,

        @Schema(description = "When it was signed.", example = "2026-04-19T10:30:00.123456Z")
        String signedAt,

        @Schema(description = "Ed25519.", example = "Ed25519")
        String algorithm,

        @Schema(description = "Which key signed.", example = "5f2a9c0d11e4b7a8")
        String keyId,

        @Schema(description = "The signature, base64.", example = "Zm9v")
        String signature) {
    static final String ED25519 = "Ed25519";

    /// What is signed: canonical JSON (RFC 8785) of everything but the signature.
    byte[] statement() {
        return CanonicalJson.of(Map.of(
                        "organization_id", organizationId.toString(),
                        "sequence", sequence,
                        "head_hash", headHash,
                        "root_hash", rootHash,
                        "signed_at", signedAt,
                        "algorithm", algorithm,
                        "key_id", keyId))
                .getBytes(StandardCharsets.UTF_8);
    }

    AuditCheckpoint signedBy(Signer signer) {
        return new AuditCheckpoint(
                organizationId, sequence, headHash, rootHash, signedAt, algorithm, keyId, signer.sign(statement()));
    }
}
