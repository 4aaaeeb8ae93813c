package eu.bekaa.standard.platform.proof;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.KmsClient;

/// Finds the key that signs.
@Factory
final class SignerFactory {
    @Singleton
    Signer signer(ProofConfig config, @Nullable KmsClient kms) {
        var key = config.signingKmsKey();
        if (key != null) {
            return new KmsSigner(Objects.requireNonNull(kms, "standard.secrets.kms-key brings the client"), key);
        }
        return config.signingKeyFile() == null ? new NoSigner() : FileSigner.at(Path.of(config.signingKeyFile()));
    }
}
