package eu.bekaa.standard.knowledge.document;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The signer of addresses that clients use directly; the framework makes the client but not this.
@Factory
class StorageFactory {
    @Singleton
    @Bean(preDestroy = "close")
    S3Presigner presigner(
            AwsCredentialsProviderChain credentials,
            AwsRegionProviderChain region,
            @Property(name = "aws.services.s3.endpoint-override") @Nullable URI endpoint,
            @Property(name = "aws.s3.path-style-access-enabled", defaultValue = "false") boolean pathStyle) {
        var builder = S3Presigner.builder()
                .credentialsProvider(credentials)
                .region(region.getRegion())
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(pathStyle)
                        .build());
        return endpoint == null
                ? builder.build()
                : builder.endpointOverride(endpoint).build();
    }
}
