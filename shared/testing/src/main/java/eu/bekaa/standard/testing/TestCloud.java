package eu.bekaa.standard.testing;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import java.util.Map;

/// Points every test's application at the embedded parts.
@ContextConfigurer
public final class TestCloud implements ApplicationContextConfigurer {
    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.propertySources(PropertySource.of(
                "embedded",
                Map.ofEntries(
                        Map.entry("datasources.default.url", "${embedded.database}"),
                        // a first request loads the embedding model; on a busy machine that takes its time
                        Map.entry("micronaut.http.client.read-timeout", "60s"),
                        Map.entry("aws.region", "eu-central-1"),
                        Map.entry("aws.access-key-id", TestObjects.CREDENTIALS.accessKey()),
                        Map.entry("aws.secret-access-key", TestObjects.CREDENTIALS.secretKey()),
                        Map.entry("aws.services.sqs.endpoint-override", "${embedded.queues}"),
                        Map.entry("aws.services.s3.endpoint-override", "${embedded.objects}"),
                        Map.entry("aws.s3.path-style-access-enabled", true),
                        Map.entry("standard.audit.signing-key-file", "target/audit-signing.key"),
                        Map.entry("standard.secrets.key-file", "target/secrets.key"),
                        Map.entry("standard.rate-limits.documents", 100_000),
                        Map.entry("standard.rate-limits.kb-search", 100_000),
                        Map.entry("standard.rate-limits.agent-runs", 100_000),
                        Map.entry("standard.rate-limits.render", 100_000),
                        Map.entry("standard.rate-limits.admin", 100_000),
                        Map.entry("standard.rate-limits.others", 100_000))));
    }
}
