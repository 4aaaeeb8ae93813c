package eu.bekaa.standard.platform.proof;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/// Finds the key that signs.
@Factory
final class SignerFactory {
    @Singleton
    Signer signer(ProofConfig config) {
        return config.signingKeyFile() == null ? new NoSigner() : FileSigner.at(Path.of(config.signingKeyFile()));
    }
}
