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
        var database = TestDatabase.instance();
        builder.propertySources(PropertySource.of(
                "embedded",
                Map.ofEntries(
                        Map.entry("datasources.default.url", database.url()),
                        Map.entry("datasources.default.username", TestDatabase.APPLICATION),
                        Map.entry("datasources.default.password", database.password()),
                        Map.entry("aws.region", "eu-central-1"),
                        Map.entry("aws.access-key-id", "local"),
                        Map.entry("aws.secret-access-key", "local-secret"),
                        Map.entry("standard.rate-limits.documents", 100_000),
                        Map.entry("standard.rate-limits.kb-search", 100_000),
                        Map.entry("standard.rate-limits.render", 100_000),
                        Map.entry("standard.rate-limits.admin", 100_000),
                        Map.entry("standard.rate-limits.others", 100_000))));
    }
}
