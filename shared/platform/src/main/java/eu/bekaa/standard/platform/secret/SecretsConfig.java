package eu.bekaa.standard.platform.secret;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/// Where the key lies that protects all others. Without either no secret can be kept.
/// @param kmsKey  id or ARN of a KMS key
/// @param keyFile a file that only its owner may read; made when it is missing
@ConfigurationProperties("standard.secrets")
record SecretsConfig(@Nullable String kmsKey, @Nullable String keyFile) {
    SecretsConfig {
        if (kmsKey != null && keyFile != null) {
            throw new IllegalArgumentException("standard.secrets names a kms-key or a key-file, not both.");
        }
    }
}
