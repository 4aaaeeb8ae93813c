package eu.bekaa.standard.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import eu.bekaa.standard.function.schedules.Rule;
import eu.bekaa.standard.function.schedules.ScheduleEvent;
import eu.bekaa.standard.queue.EventFunction;
import eu.bekaa.standard.queue.Queue;
import eu.bekaa.standard.queue.QueueEvent;
import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the list of functions against the code.
@MicronautTest(transactional = false, startApplication = false)
class DeployablesTest {
    private static final String FUNCTIONS = "eu.bekaa.standard.function.";
    private static final Gateway GATEWAY = Gateway.of(Deployables.ALL);

    @Inject
    Router router;

    @Inject
    JsonMapper json;

    @Test
    void everyRouteLeadsToTheFunctionWhoseModuleAnswersIt() {
        var astray = new TreeMap<String, String>();
        ofTheProduct().forEach(route -> {
            var path = route.getUriMatchTemplate().toPathString();
            var function = GATEWAY.function(path).map(Deployables::named).map(Deployable::module);
            if (!function.equals(Optional.of(module(route)))) {
                astray.put(path, "of " + module(route) + " goes to " + function.orElse("nobody"));
            }
        });
        assertThat(astray).isEmpty();
    }

    @Test
    void everyDescribedOperationIsARoute() throws IOException {
        var routes = new TreeSet<>(router.uriRoutes()
                .map(route -> named(
                        route.getHttpMethodName(), route.getUriMatchTemplate().toPathString()))
                .toList());
        var described = described();
        assertThat(described)
                .hasSizeGreaterThan(100)
                .allSatisfy(operation -> assertThat(routes).contains(operation));
    }

    @Test
    void everyPrefixHasARoute() {
        var routes = Stream.concat(
                        ofTheProduct().map(route -> route.getUriMatchTemplate().toPathString()),
                        // static files are no routes
                        Stream.of("/docs-assets/swagger-ui/index.js"))
                .toList();
        var idle = Deployables.ALL.stream()
                .map(Deployable::trigger)
                .flatMap(trigger ->
                        trigger instanceof Trigger.Requests requests ? requests.prefixes().stream() : Stream.of())
                .filter(prefix ->
                        routes.stream().noneMatch(route -> blank(route).startsWith(blank(prefix))))
                .toList();
        assertThat(idle).isEmpty();
    }

    @Test
    void noTwoRoutesMatchAPathEquallyWell() {
        assertThat(GATEWAY.ambiguities()).isEmpty();
        assertThat(new Gateway(Map.of("/a/{x}/b", "one", "/a/b/{y}", "other")).ambiguities())
                .hasSize(1);
    }

    @Test
    void everyQueueHasOneConsumer() {
        var consumed = Deployables.ALL.stream()
                .map(Deployable::trigger)
                .flatMap(trigger ->
                        trigger instanceof Trigger.Messages messages ? messages.queues().stream() : Stream.of())
                .toList();
        assertThat(consumed).containsExactlyInAnyOrder(Queue.values());
    }

    @Test
    void everyQueueIsRungByTheSweepAndByWhoeverSubmitsToIt() {
        var rung = Deployables.named("schedules").permissions().stream()
                .filter(Permission.Ring.class::isInstance)
                .map(permission -> ((Permission.Ring) permission).queue())
                .toList();
        assertThat(rung)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Queue.values())
                        .filter(queue -> queue != Queue.UPLOADS)
                        .toList());
    }

    @Test
    void everyRuleOfTheClockHasOneListener() {
        var heard = Deployables.ALL.stream()
                .map(Deployable::trigger)
                .flatMap(trigger -> trigger instanceof Trigger.Clock clock ? clock.rules().stream() : Stream.of())
                .toList();
        assertThat(heard).containsExactlyInAnyOrder(Rule.values());
    }

    @Test
    void everyHandlerOfEventsTakesWhatItsTriggerSends() throws ReflectiveOperationException {
        for (var deployable : Deployables.ALL) {
            switch (deployable.trigger()) {
                case Trigger.Requests requests ->
                    assertThat(deployable.handler()).isEqualTo(Deployables.HTTP_HANDLER);
                case Trigger.Messages messages -> takes(deployable, EventFunction.class, QueueEvent.class);
                case Trigger.Clock clock -> takes(deployable, EventFunction.class, ScheduleEvent.class);
                case Trigger.Operator operator -> takes(deployable, RequestHandler.class, Map.class);
                case Trigger.Deployment deployment ->
                    assertThat(RequestStreamHandler.class).isAssignableFrom(handler(deployable));
            }
        }
    }

    @Test
    void everyModuleOfFunctionsIsDeployed() {
        var deployed =
                new TreeSet<>(Deployables.ALL.stream().map(Deployable::module).toList());
        var present = new TreeSet<>(ofTheProduct().map(DeployablesTest::module).toList());
        assertThat(deployed).containsAll(present);
        assertThat(Deployables.ALL.stream().map(Deployable::name)).doesNotHaveDuplicates();
    }

    private static void takes(Deployable deployable, Class<?> shape, Class<?> event)
            throws ReflectiveOperationException {
        var handler = handler(deployable);
        assertThat(shape).as(deployable.name()).isAssignableFrom(handler);
        assertThat(handler.getConstructor())
                .as("Lambda makes it without arguments")
                .isNotNull();
        assertThat(Arrays.stream(handler.getMethods()))
                .as(deployable.name())
                .anyMatch(
                        method -> method.getName().startsWith("handle") && method.getParameterTypes()[0].equals(event));
    }

    private static Class<?> handler(Deployable deployable) throws ClassNotFoundException {
        var handler = Class.forName(deployable.handler(), false, DeployablesTest.class.getClassLoader());
        if (handler.getName().startsWith(FUNCTIONS)) {
            assertThat(handler.getName()).startsWith(FUNCTIONS + deployable.module() + ".");
        }
        return handler;
    }

    /// The local platform's own routes are not deployed.
    private Stream<UriRouteInfo<?, ?>> ofTheProduct() {
        return router.uriRoutes()
                .filter(route -> declaring(route).startsWith(FUNCTIONS)
                        && !declaring(route).startsWith(FUNCTIONS + "local."));
    }

    private static String declaring(UriRouteInfo<?, ?> route) {
        return route.getTargetMethod().getDeclaringType().getName();
    }

    private static String module(UriRouteInfo<?, ?> route) {
        return declaring(route).substring(FUNCTIONS.length()).split("\\.")[0];
    }

    @SuppressWarnings("unchecked")
    private List<String> described() throws IOException {
        var described = new TreeSet<String>();
        for (var part : Collections.list(getClass().getClassLoader().getResources("META-INF/swagger/standard.json"))) {
            try (var stream = part.openStream()) {
                var document = Objects.requireNonNull(json.readValue(stream.readAllBytes(), Map.class));
                ((Map<String, Map<String, Object>>) document.getOrDefault("paths", Map.of()))
                        .forEach((path, operations) ->
                                operations.keySet().forEach(method -> described.add(named(method, path))));
            }
        }
        return List.copyOf(described);
    }

    private static String named(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + blank(path);
    }

    /// Variables are told apart by their place, not by their name.
    private static String blank(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
