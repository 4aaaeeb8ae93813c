package eu.bekaa.standard.lambda;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.inject.MethodExecutionHandle;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final ApiFunction function;
    private final JsonMapper json;

    Priming(ApplicationContext context, ApiFunction function) {
        this.context = context;
        this.function = function;
        this.json = context.getBean(JsonMapper.class);
    }

    /// A function that cannot be primed starts slower, that is all.
    @Override
    public void beforeCheckpoint(Context<? extends Resource> resources) {
        try {
            var paths = paths();
            for (int round = 0; round < ROUNDS; round++) {
                for (String path : paths) {
                    if (answer(request(path)).status() >= SERVER_ERROR) {
                        LOG.warn("The function is not primed further: {} cannot be answered now", path);
                        return;
                    }
                }
            }
            reads().map(UriRouteInfo::getTargetMethod).forEach(Priming::search);
        } catch (IOException | RuntimeException failure) {
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

    /// What the function answers to an event, by way of their JSON.
    private GatewayAnswer answer(GatewayEvent event) throws IOException {
        var answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(json.writeValueAsBytes(event)), answer, null);
        return Objects.requireNonNull(json.readValue(answer.toByteArray(), GatewayAnswer.class));
    }

    private static GatewayEvent request(String path) {
        var headers = Map.of("authorization", NOBODYS_KEY, "accept", "application/json");
        var http = new GatewayEvent.Http("GET", path);
        return new GatewayEvent("", headers, null, new GatewayEvent.Context(http), null, false);
    }
}
