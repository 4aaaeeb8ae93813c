package eu.bekaa.standard.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crac.Context;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes a function's controllers with all they need, and asks it for its own routes before its snapshot is taken, as a
/// stranger whom the edge refuses: the classes of the way from event to database and back are loaded then, and no data
/// is touched.
final class Priming implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger(Priming.class);
    private static final String NOBODYS_KEY = "Bearer standard_live_priming";
    private static final int ROUTES = 5;
    private static final int ROUNDS = 10;
    private static final int SERVER_ERROR = 500;

    private final ApplicationContext context;
    private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function;

    Priming(ApplicationContext context, RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function) {
        this.context = context;
        this.function = function;
    }

    /// A function that cannot be primed starts slower, that is all.
    @Override
    public void beforeCheckpoint(Context<? extends Resource> resources) {
        try {
            context.getBean(Router.class)
                    .uriRoutes()
                    .map(route -> route.getTargetMethod().getDeclaringType())
                    .distinct()
                    .forEach(context::getBean);
            var paths = paths();
            for (int round = 0; round < ROUNDS; round++) {
                for (String path : paths) {
                    if (function.handleRequest(request(path), new MockLambdaContext())
                                    .getStatusCode()
                            >= SERVER_ERROR) {
                        LOG.warn("The function is not primed further: {} cannot be answered now", path);
                        return;
                    }
                }
            }
        } catch (RuntimeException failure) {
            LOG.warn("The function could not be primed", failure);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> resources) {
        // primed is primed
    }

    private List<String> paths() {
        return context.getBean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() == HttpMethod.GET)
                .map(route -> route.getUriMatchTemplate().toPathString().replaceAll("\\{[^}]*}", nothing()))
                .filter(path -> path.startsWith("/api/"))
                .limit(ROUTES)
                .toList();
    }

    private static String nothing() {
        return new UUID(0, 0).toString();
    }

    private static APIGatewayV2HTTPEvent request(String path) {
        var http = Http.builder()
                .withMethod("GET")
                .withPath(path)
                .withProtocol("HTTP/1.1")
                .withSourceIp("127.0.0.1")
                .withUserAgent("priming")
                .build();
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey("$default")
                .withRawPath(path)
                .withRawQueryString("")
                .withHeaders(Map.of("authorization", NOBODYS_KEY, "accept", "application/json"))
                .withIsBase64Encoded(false)
                .withRequestContext(RequestContext.builder()
                        .withHttp(http)
                        .withStage("$default")
                        .withRequestId("priming")
                        .build())
                .build();
    }
}
