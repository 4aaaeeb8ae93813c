package eu.bekaa.standard.infra;

import eu.bekaa.standard.function.schedules.Rule;
import eu.bekaa.standard.infra.Permission.AskModel;
import eu.bekaa.standard.infra.Permission.Delete;
import eu.bekaa.standard.infra.Permission.GoOut;
import eu.bekaa.standard.infra.Permission.KeepSecrets;
import eu.bekaa.standard.infra.Permission.Read;
import eu.bekaa.standard.infra.Permission.Ring;
import eu.bekaa.standard.infra.Permission.SendMail;
import eu.bekaa.standard.infra.Permission.Sign;
import eu.bekaa.standard.infra.Permission.Write;
import eu.bekaa.standard.queue.Queue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The one list of functions. Everything about them in AWS is made from it; a test holds it against the API's
/// description of itself and against the code.
public final class Deployables {
    /// Where requests go that belong to nobody, to be refused in the product's words.
    public static final String FALLBACK = "platform";

    static final String HTTP_HANDLER = "eu.bekaa.standard.lambda.ApiFunction";
    /// What brings the schema up to date.
    static final String MIGRATIONS = "migrations";

    static final String JOB_HANDLER = "eu.bekaa.standard.queue.JobQueueHandler";

    /// The gateway gives up after 30 s.
    private static final Duration REQUEST = Duration.ofSeconds(29);

    public static final List<Deployable> ALL = List.of(
            http(
                    "catalog",
                    1024,
                    List.of("/api/v1/scf", "/api/v1/admin/scf"),
                    new Read(Area.IMPORTS),
                    new Write(Area.IMPORTS),
                    new Delete(Area.IMPORTS),
                    new Permission.List("imports/incoming/"),
                    new Ring(Queue.IMPORTS)),
            http(
                    "documents",
                    1024,
                    List.of(
                            "/api/v1/documents",
                            "/api/v1/ingestion-jobs",
                            "/api/v1/assessments/{assessmentId}/documents",
                            "/api/v1/assessments/{assessmentId}/ingestion-jobs"),
                    new Read(Area.DOCUMENTS),
                    new Write(Area.DOCUMENTS),
                    new Delete(Area.DOCUMENTS),
                    new Write(Area.INCOMING),
                    new Ring(Queue.INGESTION),
                    new Ring(Queue.DELIVERIES)),
            http(
                    "knowledge",
                    1769,
                    List.of("/api/v1/kb", "/api/v1/assessments/{assessmentId}/kb"),
                    new Ring(Queue.EMBEDDINGS)),
            http(
                    "assessments",
                    1769,
                    List.of(
                            "/api/v1/assessments",
                            "/api/v1/approvals",
                            "/api/v1/organizations/{organizationId}/approvals",
                            "/api/v1/artifacts",
                            "/api/v1/scopes",
                            "/api/v1/soa",
                            "/api/v1/evidence-findings",
                            "/api/v1/gap-analysis",
                            "/api/v1/poam",
                            "/api/v1/poam-items",
                            "/api/v1/poam-milestones",
                            "/api/v1/reports",
                            "/api/v1/export-jobs"),
                    new Read(Area.REPORTS),
                    new Ring(Queue.REPORTS),
                    new Ring(Queue.DELIVERIES)),
            http(
                    "agents",
                    1769,
                    List.of("/api/v1/agent-runs", "/api/v1/workflows", "/api/v1/assessments/{assessmentId}/workflows"),
                    new Ring(Queue.ANALYSIS),
                    new Ring(Queue.DELIVERIES)),
            http(
                    FALLBACK,
                    1024,
                    List.of(
                            "/api/v1/auth",
                            "/api/v1/api-keys",
                            "/api/v1/organizations",
                            "/api/v1/members",
                            "/api/v1/tenants",
                            "/api/v1/webhooks",
                            "/api/v1/integrations",
                            "/api/v1/email",
                            "/api/v1/observability",
                            "/api/audit",
                            "/health",
                            "/metrics",
                            "/api/v1/health"),
                    // a connection is tested while its owner waits
                    new GoOut(),
                    new KeepSecrets(),
                    new Sign(),
                    new Ring(Queue.DELIVERIES)),
            http(
                    "docs",
                    1024,
                    List.of(
                            "/openapi.json",
                            "/api/v1/openapi.json",
                            "/docs",
                            "/api/v1/docs",
                            "/redoc",
                            "/docs-assets")),
            worker(
                    "ingestion",
                    "ingestion",
                    JOB_HANDLER,
                    2048,
                    Duration.ofMinutes(15),
                    new Trigger.Messages(List.of(Queue.INGESTION, Queue.IMPORTS), 10),
                    new Read(Area.DOCUMENTS),
                    new Read(Area.IMPORTS),
                    new Ring(Queue.INGESTION),
                    new Ring(Queue.EMBEDDINGS),
                    new Ring(Queue.DELIVERIES)),
            worker(
                    "uploads",
                    "ingestion",
                    "eu.bekaa.standard.function.ingestion.UploadQueueHandler",
                    1024,
                    Duration.ofMinutes(5),
                    new Trigger.Messages(List.of(Queue.UPLOADS), 10),
                    new Read(Area.INCOMING),
                    new Delete(Area.INCOMING),
                    new Permission.List("incoming/"),
                    new Write(Area.DOCUMENTS),
                    new Ring(Queue.INGESTION)),
            worker(
                    "embeddings",
                    "embeddings",
                    "eu.bekaa.standard.function.embeddings.EmbeddingQueueHandler",
                    3008,
                    Duration.ofMinutes(15),
                    new Trigger.Messages(List.of(Queue.EMBEDDINGS), 10),
                    new Ring(Queue.DELIVERIES)),
            worker(
                    "analysis",
                    "analysis",
                    "eu.bekaa.standard.function.analysis.AnalysisQueueHandler",
                    2048,
                    Duration.ofMinutes(15),
                    new Trigger.Messages(List.of(Queue.ANALYSIS), 5),
                    new AskModel(),
                    new Ring(Queue.ANALYSIS),
                    new Ring(Queue.REPORTS),
                    new Ring(Queue.DELIVERIES)),
            worker(
                    "deliveries",
                    "deliveries",
                    "eu.bekaa.standard.function.deliveries.DeliveryQueueHandler",
                    1024,
                    Duration.ofMinutes(5),
                    new Trigger.Messages(List.of(Queue.DELIVERIES), 10),
                    new GoOut(),
                    new KeepSecrets(),
                    new SendMail(),
                    new Ring(Queue.DELIVERIES),
                    new Ring(Queue.ANALYSIS)),
            worker(
                    "reports",
                    "reports",
                    "eu.bekaa.standard.function.reports.ReportsQueueHandler",
                    2048,
                    Duration.ofMinutes(5),
                    new Trigger.Messages(List.of(Queue.REPORTS), 5),
                    new Write(Area.REPORTS),
                    new Ring(Queue.DELIVERIES)),
            new Deployable(
                    "schedules",
                    "schedules",
                    "eu.bekaa.standard.function.schedules.ScheduleHandler",
                    new Trigger.Clock(List.of(Rule.values())),
                    1024,
                    Duration.ofMinutes(5),
                    Stream.concat(
                                    Stream.of(
                                            new Sign(),
                                            new Read(Area.INCOMING),
                                            new Delete(Area.INCOMING),
                                            new Permission.List("incoming/"),
                                            new Permission.List("tenants/"),
                                            new Write(Area.DOCUMENTS),
                                            new Delete(Area.DOCUMENTS)),
                                    Arrays.stream(Queue.values())
                                            .filter(queue -> queue != Queue.UPLOADS)
                                            .map(Ring::new))
                            .collect(Collectors.toUnmodifiableSet())),
            new Deployable(
                    "administrators",
                    "platform",
                    "eu.bekaa.standard.function.platform.FirstAdministratorHandler",
                    new Trigger.Operator(),
                    1024,
                    Duration.ofMinutes(1),
                    Set.of()),
            new Deployable(
                    MIGRATIONS,
                    MIGRATIONS,
                    "eu.bekaa.standard.function.migrations.MigrationHandler",
                    new Trigger.Deployment(),
                    1024,
                    Duration.ofMinutes(15),
                    Set.of()));

    private Deployables() {}

    /// @throws java.util.NoSuchElementException for a name that is not in the list
    public static Deployable named(String name) {
        return ALL.stream()
                .filter(deployable -> deployable.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// The function that takes a queue's messages.
    /// @throws IllegalStateException for a queue that nobody listens to
    public static Deployable consumer(Queue queue) {
        return ALL.stream()
                .filter(deployable -> deployable.trigger() instanceof Trigger.Messages messages
                        && messages.queues().contains(queue))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No function takes the messages of " + queue + "."));
    }

    private static Deployable http(String module, int memoryMb, List<String> prefixes, Permission... permissions) {
        return new Deployable(
                module, module, HTTP_HANDLER, new Trigger.Requests(prefixes), memoryMb, REQUEST, Set.of(permissions));
    }

    private static Deployable worker(
            String name,
            String module,
            String handler,
            int memoryMb,
            Duration timeout,
            Trigger.Messages messages,
            Permission... permissions) {
        return new Deployable(name, module, handler, messages, memoryMb, timeout, Set.of(permissions));
    }
}
