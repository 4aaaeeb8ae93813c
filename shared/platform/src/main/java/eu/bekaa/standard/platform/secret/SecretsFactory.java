package eu.bekaa.standard.platform.secret;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.services.kms.KmsClient;

/// Finds the key that protects all others.
@Factory
class SecretsFactory {
    @Singleton
    DataKeys keys(SecretsConfig config, @Nullable KmsClient kms) {
        if (config.kmsKey() != null) {
            return new KmsKeys(Objects.requireNonNull(kms), config.kmsKey());
        }
        return config.keyFile() == null ? new NoKeys() : FileKeys.at(Path.of(config.keyFile()), new SecureRandom());
    }

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(property = "standard.secrets.kms-key")
    KmsClient kms(
            AwsCredentialsProviderChain credentials,
            AwsRegionProviderChain region,
            @Property(name = "aws.services.kms.endpoint-override") @Nullable URI endpoint) {
        var builder = KmsClient.builder().credentialsProvider(credentials).region(region.getRegion());
        return endpoint == null
                ? builder.build()
                : builder.endpointOverride(endpoint).build();
    }

    /// Nothing is kept rather than kept openly.
    private static final class NoKeys implements DataKeys {
        @Override
        public DataKey fresh(UUID organization) {
            throw refusal();
        }

        @Override
        public byte[] unwrap(UUID organization, byte[] wrapped) {
            throw refusal();
        }

        private static Refusal refusal() {
            return new Refusal(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    "No secret can be kept here: standard.secrets names neither a KMS key nor a key file.");
        }
    }
}
