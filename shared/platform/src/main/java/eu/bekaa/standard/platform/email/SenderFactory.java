package eu.bekaa.standard.platform.email;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.services.ses.SesClient;

/// Finds who carries letters.
@Factory
class SenderFactory {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Singleton
    Sender sender(EmailConfig config, @Nullable SesMail ses) {
        return switch (config.sender()) {
            case NONE -> new NoSender();
            case MAILBOX -> new MailboxSender();
            case SES -> new SesSender(Objects.requireNonNull(ses).client(), Objects.requireNonNull(config.from()));
        };
    }

    /// A client that is not tried twice: a letter that was taken but not acknowledged would go out again.
    record SesMail(SesClient client) implements AutoCloseable {
        @Override
        public void close() {
            client.close();
        }
    }

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(property = "standard.email.sender", value = "ses")
    SesMail ses(
            AwsCredentialsProviderChain credentials,
            AwsRegionProviderChain region,
            @Property(name = "aws.services.ses.endpoint-override") @Nullable URI endpoint) {
        var builder = SesClient.builder()
                .credentialsProvider(credentials)
                .region(region.getRegion())
                .overrideConfiguration(
                        override -> override.apiCallTimeout(TIMEOUT).retryStrategy(AwsRetryStrategy.doNotRetry()));
        return new SesMail(
                endpoint == null
                        ? builder.build()
                        : builder.endpointOverride(endpoint).build());
    }
}
