package eu.bekaa.standard.function.packaged;

import eu.bekaa.standard.lambdaruntime.Deployed;
import eu.bekaa.standard.lambdaruntime.Gateway;
import eu.bekaa.standard.lambdaruntime.Invocable;
import eu.bekaa.standard.lambdaruntime.Launch;
import eu.bekaa.standard.lambdaruntime.QueueSource;
import eu.bekaa.standard.lambdaruntime.Route;
import eu.bekaa.standard.testing.TestQueues;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The whole product as it is deployed: every zip under Lambda's runtime client, the gateway before those that answer
/// requests, the queues before those that work. A function is started by its first event.
final class LambdaPlatform implements AutoCloseable {
    static final String API_HANDLER = "eu.bekaa.standard.lambda.ApiFunction";
    private static final List<String> OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "--sun-misc-unsafe-memory-access=allow");

    /// The pages that no operation describes.
    private static final List<String> DOCS = List.of(
            "/openapi.json",
            "/api/v1/openapi.json",
            "/docs",
            "/docs/{proxy+}",
            "/api/v1/docs",
            "/api/v1/docs/{proxy+}",
            "/docs-assets/{proxy+}",
            "/redoc");

    private final Map<String, String> environment;
    private final Map<String, Deployed> functions = new TreeMap<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Gateway gateway;

    LambdaPlatform(Map<String, String> environment) {
        this.environment = environment;
        var routes = new ArrayList<Route>();
        Zips.described().forEach((function, operations) -> {
            var deployed = deploy(function, API_HANDLER);
            operations.forEach(operation -> routes.add(new Route(operation.method(), operation.path(), deployed)));
        });
        var docs = deploy("docs", API_HANDLER);
        DOCS.forEach(path -> routes.add(new Route("ANY", path, docs)));
        routes.add(new Route("ANY", "/{proxy+}", function("platform")));
        gateway = Gateway.start(routes);
        open.push(gateway);
    }

    /// Starts the functions behind the queues.
    void work() {
        var jobs = "eu.bekaa.standard.queue.JobQueueHandler";
        listen("ingestion", deploy("ingestion", jobs));
        listen("imports", function("ingestion"));
        listen("embeddings", deploy("embeddings", "eu.bekaa.standard.function.embeddings.EmbeddingQueueHandler"));
        listen("reports", deploy("reports", "eu.bekaa.standard.function.reports.ReportsQueueHandler"));
        listen("analysis", deploy("analysis", "eu.bekaa.standard.function.analysis.AnalysisQueueHandler"));
        listen("deliveries", deploy("deliveries", "eu.bekaa.standard.function.deliveries.DeliveryQueueHandler"));
    }

    URI address() {
        return gateway.address();
    }

    /// A function that answers requests or has been deployed.
    Deployed function(String name) {
        var function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException(name + " is not deployed.");
        }
        return function;
    }

    /// What a function outside the gateway answers to an event.
    String send(String function, String handler, String event) {
        var deployed = functions.containsKey(function) ? function(function) : deploy(function, handler);
        return new String(deployed.invoke(event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /// What the functions have printed.
    String output() {
        var text = new StringBuilder();
        functions.forEach(
                (name, function) -> text.append("== ").append(name).append('\n').append(function.output()));
        return text.toString();
    }

    @Override
    public void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    private Deployed deploy(String function, String handler) {
        var launch = Launch.of("standard-" + function, handler, environment).with(OPTIONS);
        var deployed = new Deployed(Zips.task(function), launch, 1);
        functions.put(function, deployed);
        open.push(deployed);
        return deployed;
    }

    private void listen(String queue, Invocable function) {
        open.push(QueueSource.start(TestQueues.client(), "standard-" + queue, function));
    }
}
