package eu.bekaa.standard.testing;

import eu.bekaa.standard.lambdaruntime.Gateway;
import eu.bekaa.standard.lambdaruntime.Route;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;

/// The controllers of this test's context as Lambda runs them: API Gateway's events in, its answers out, in place of
/// Netty.
@Singleton
class LambdaShape {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Gateway gateway;
    private final HttpClient client;

    LambdaShape(ApplicationContext context) throws MalformedURLException {
        gateway = Gateway.start(List.of(new Route("ANY", "/{proxy+}", ShippedApi.of(context))));
        var configuration = new DefaultHttpClientConfiguration();
        configuration.setReadTimeout(PATIENCE);
        configuration.setFollowRedirects(false);
        client = HttpClient.create(gateway.address().toURL(), configuration);
    }

    static boolean isWanted() {
        return "lambda".equals(System.getProperty("standard.shape"));
    }

    HttpClient client() {
        return client;
    }

    @PreDestroy
    void close() {
        client.close();
        gateway.close();
    }
}
