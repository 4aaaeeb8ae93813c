package eu.bekaa.standard.function.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.bekaa.standard.function.local.demo.Answers;
import eu.bekaa.standard.function.local.demo.Api;
import eu.bekaa.standard.function.local.demo.StarterCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Work of every kind for one platform, and the memory of what it has accepted. Somebody outside is told of every
/// event.
final class Workload implements AutoCloseable {
    private static final String API = "/api/v1";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int COPIES = 6;
    private static final int ELEMENTS = 8_000;
    private static final int REVIEWS = 400;
    private static final int RUNS = 3;
    private static final Executor EACH_ITS_OWN = Thread::startVirtualThread;
    private static final long EAR_NANOS = 15_000_000;
    private static final Map<String, ?> SCOPE = Map.of("title", "All", "description", "Everything.");

    private final FaultyPlatform platform;
    private final Api admin;
    private final Api assessor;
    private final Object version;
    private final Object framework;
    private final String documents;
    private final String reported;
    private final HttpServer ear;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final Queue<Accepted> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();

    /// @param table where it has to be, in the end
    private record Accepted(String table, String column, String id) {}

    Workload(FaultyPlatform platform) throws Exception {
        this.platform = platform;
        var journey = platform.journey();
        admin = platform.signIn(People.ADMIN);
        assessor = platform.signIn(People.ASSESSOR);
        version = journey.importWorkbook(StarterCatalog.workbook(), "Starter").get("scf_version_id");
        framework = journey.framework("NIST CSF V1.1").get("framework_id");
        documents = journey.open("Documents", version);
        reported = journey.open("Reported", version);
        ear = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ear.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        ear.createContext("/", this::hear);
        ear.start();
        upload(reported, "rule.md", "text/markdown", "Access is reviewed.".getBytes(StandardCharsets.UTF_8));
        assessor.until(API + "/assessments/" + reported, "state", List.of("documents_ingested"), List.of("failed"));
        journey.choose(reported, framework);
        var scope = journey.scope(reported, SCOPE);
        journey.agreeSoa(reported, journey.draftSoa(reported, framework, version, scope.id()));
        admin.post(
                API + "/organizations/" + platform.environment("STANDARD_ORG_ID") + "/webhooks",
                Map.of("url", "http://127.0.0.1:" + ear.getAddress().getPort() + "/", "events", List.of()));
    }

    Object version() {
        return version;
    }

    /// How many pieces of work were accepted so far.
    int accepted() {
        return accepted.size();
    }

    /// Asks for some work of every kind at once, and returns when all is accepted or the platform is gone.
    void ask() {
        var mark = " " + number.incrementAndGet() + " ";
        Stream.<Runnable>of(
                        () -> runs(mark),
                        () -> catalog(mark),
                        () -> upload(
                                documents, "page" + mark.strip() + ".html", "text/html", Heavy.page(ELEMENTS, mark)),
                        () -> report(mark),
                        () -> upload(
                                documents,
                                "register" + mark.strip() + ".md",
                                "text/markdown",
                                Heavy.text(REVIEWS, mark)))
                .map(wish -> CompletableFuture.runAsync(() -> asked(wish), EACH_ITS_OWN))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static void asked(Runnable wish) {
        try {
            wish.run();
        } catch (UncheckedIOException gone) {
            // what was not answered was not accepted
            return;
        }
    }

    private void runs(String mark) {
        for (int run = 0; run < RUNS; run++) {
            var wanted = Map.of("name", "Run" + mark + run, "scf_version_id", version);
            var assessment = Answers.text(assessor.post(API + "/assessments", wanted), "assessment_id");
            accept("assessment", "assessment_id", assessment);
            var path = API + "/assessments/" + assessment + "/workflows/lifecycle/start";
            var started = assessor.post(path, Map.of("idempotency_key", "only"));
            accept("workflow_run", "workflow_run_id", Answers.text(started, "workflow_run_id"));
        }
    }

    private void catalog(String mark) {
        var answer = admin.upload(
                API + "/admin/scf/import-xlsx",
                "heavy.xlsx",
                XLSX,
                Heavy.catalog(COPIES, mark),
                Map.of("version_label", "Heavy" + mark.strip()));
        accept("scf_import_run", "import_run_id", Answers.text(Answers.nested(answer, "import_run"), "id"));
    }

    private void report(String mark) {
        var wanted = Map.of("report_type", "soa_export", "title", "Report" + mark, "format", "pdf");
        var report = assessor.post(API + "/assessments/" + reported + "/reports/generate", wanted);
        accept("report_file", "version_id", Answers.text(report, "report_version_id"));
    }

    private void upload(String assessment, String name, String type, byte[] content) {
        var path = API + "/assessments/" + assessment + "/documents";
        var answer = assessor.upload(path, name, type, content, Map.of("document_type", "policy"));
        accept("document", "document_id", Answers.text(Answers.nested(answer, "document"), "document_id"));
    }

    private void accept(String table, String column, String id) {
        accepted.add(new Accepted(table, column, id));
    }

    /// What was accepted and is not there, or not as it has to be once everything has come to rest.
    List<String> missing() throws SQLException {
        var missing = new ArrayList<String>();
        try (var ledger = platform.ledger()) {
            for (var one : accepted) {
                var query = "SELECT count(*) FROM " + one.table() + " WHERE " + one.column() + " = CAST(? AS uuid)";
                if (ledger.count(query, one.id()) != 1) {
                    missing.add(one.table() + " " + one.id() + " was accepted and is not there");
                }
            }
            ledger.texts("""
                SELECT v.version_label || ': ' || count(*)
                  FROM scf_version v
                  JOIN scf_control c USING (scf_version_id)
                 WHERE v.version_label LIKE 'Heavy%'
                 GROUP BY v.scf_version_id
                HAVING count(*) <> (SELECT count(*) * ?
                                      FROM scf_control s
                                      JOIN scf_version o USING (scf_version_id)
                                     WHERE o.version_label = 'Starter')
                """, COPIES + 1).forEach(row -> missing.add("a catalog that is not whole: " + row));
            ledger.texts("SELECT current_step || ' ' || status FROM workflow_run WHERE status <> 'waiting_for_input'")
                    .forEach(run -> missing.add("a run that does not wait for documents: " + run));
            ledger.texts("SELECT event_id FROM webhook_delivery WHERE status = 'delivered'").stream()
                    .filter(event -> !heard.contains(event))
                    .forEach(event -> missing.add("an event that counts as told and was not heard: " + event));
        }
        return missing;
    }

    @Override
    public void close() {
        ear.stop(0);
    }

    /// Takes its time, so that it can be caught listening.
    private void hear(HttpExchange exchange) throws IOException {
        LockSupport.parkNanos(EAR_NANOS);
        try (exchange) {
            heard.add(exchange.getRequestHeaders().getFirst("X-Standard-Event-Id"));
            exchange.sendResponseHeaders(204, -1);
        }
    }
}
