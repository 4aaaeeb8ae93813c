package eu.bekaa.standard.platform.outbound;

import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/// Calls addresses that customers name, and refuses those that lead inside.
@Singleton
public class Outbound {
    /// Where a developer's own machine may be called.
    private static final Set<String> DEVELOPMENT = Set.of("local", Environment.TEST);

    private final OutboundConfig config;
    private final Resolver resolver;

    Outbound(OutboundConfig config, Resolver resolver, Environment environment) {
        if (config.reach() != Reach.PUBLIC
                && environment.getActiveNames().stream().noneMatch(DEVELOPMENT::contains)) {
            throw new ConfigurationException(
                    "standard.outbound.reach is public everywhere but on a developer's machine.");
        }
        this.config = config;
        this.resolver = resolver;
    }

    /// Whether the address may be kept as one to call. Its name is looked up anew at each call, and judged again.
    /// @throws eu.bekaa.standard.kernel.Refusal `VALIDATION_ERROR`
    public void check(String url) {
        var target = Target.of(url, config.reach());
        if (target.isLiteral()) {
            Line.requireAllowed(Line.literal(target), config.reach());
        }
    }

    /// Calls to one address, over one connection where its server keeps it open. Nothing is connected yet.
    public Line line(String url) {
        return new Line(Target.of(url, config.reach()), config.reach(), resolver, config.timeout(), (SSLSocketFactory)
                SSLSocketFactory.getDefault());
    }
}
