package eu.bekaa.standard.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Http;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import io.micronaut.context.ApplicationContext;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.inject.MethodExecutionHandle;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.crac.Context;
import org.crac.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Before a function's snapshot is taken, asks it for its own routes as a stranger whom the edge refuses, and has its
/// controllers look for what there is not, on behalf of nobody: the classes of the way from event to database and back
/// are loaded then, and no data is touched.
final class Priming implements Resource {
    private static final Logger LOG = LoggerFactory.getLogger(Priming.class);
    private static final String NOBODYS_KEY = "Bearer standard_live_priming";
    private static final UUID NOBODY = new UUID(0, 1);
    private static final Map<Class<?>, Object> NOTHING = Map.of(
            Caller.class,
            new Caller(NOBODY, new Actor.Worker(NOBODY, "priming"), Set.of(), "priming-0", null, null),
            UUID.class,
            NOBODY,
            String.class,
            NOBODY.toString(),
            int.class,
            1);
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
            reads().map(UriRouteInfo::getTargetMethod).forEach(Priming::search);
        } catch (RuntimeException failure) {
            LOG.warn("The function could not be primed", failure);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> resources) {
        // primed is primed
    }

    private static void search(MethodExecutionHandle<?, ?> operation) {
        try {
            operation.invoke(Arrays.stream(operation.getArguments())
                    .map(argument -> argument.isNullable() ? null : NOTHING.get(argument.getType()))
                    .toArray());
        } catch (RuntimeException nothingFound) {
            LOG.debug("{} found nothing", operation, nothingFound);
        }
    }

    private Stream<UriRouteInfo<?, ?>> reads() {
        return context.getBean(Router.class).uriRoutes().filter(route -> route.getHttpMethod() == HttpMethod.GET);
    }

    private List<String> paths() {
        return reads().map(
                        route -> route.getUriMatchTemplate().toPathString().replaceAll("\\{[^}]*}", NOBODY.toString()))
                .filter(path -> path.startsWith("/api/"))
                .limit(ROUTES)
                .toList();
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
