package eu.bekaa.standard.testing;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import eu.bekaa.standard.lambdaruntime.Gateway;
import eu.bekaa.standard.lambdaruntime.InProcess;
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
    /// Loaded by its name, as Lambda does: only functions have it on their class path.
    private static final String HANDLER = "eu.bekaa.standard.lambda.ApiFunction";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Gateway gateway;
    private final HttpClient client;

    LambdaShape(ApplicationContext context) throws MalformedURLException {
        gateway = Gateway.start(List.of(new Route("ANY", "/{proxy+}", new InProcess(handler(context)))));
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

    @SuppressWarnings("unchecked")
    private static RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler(ApplicationContext context) {
        try {
            return (RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>) Class.forName(HANDLER)
                    .getConstructor(ApplicationContext.class)
                    .newInstance(context);
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException("Only a function has the shape of Lambda.", absent);
        }
    }
}
