package eu.bekaa.standard.platform.proof;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the key lies that signs the audit log: in KMS or in a file; without either nothing is signed.
/// @param signingKmsKey    id of an Ed25519 key in KMS
/// @param signingKeyFile   a file that only its owner may read; made when it is missing
/// @param formerPublicKeys keys that signed before a rotation, X.509, base64
@ConfigurationProperties("standard.audit")
record ProofConfig(
        @Nullable String signingKmsKey,
        @Nullable String signingKeyFile,
        @Nullable List<String> formerPublicKeys) {
    ProofConfig {
        if (signingKmsKey != null && signingKeyFile != null) {
            throw new IllegalArgumentException(
                    "standard.audit names a signing-kms-key or a signing-key-file, not both.");
        }
    }

    @Override
    public List<String> formerPublicKeys() {
        return formerPublicKeys == null ? List.of() : List.copyOf(formerPublicKeys);
    }
}
