package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.local.demo.Api;
import eu.bekaa.standard.kernel.authority.Role;
import eu.bekaa.standard.testing.Eventually;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two organizations on one platform. One has done a whole assessment; the people of the other ask for everything of
/// it, on every operation that the API describes, by ids in path, query and body. What they are told must not differ
/// from what they are told of an id that nobody has (STD-2).
class NeighboursTest {
    private static final String PASSWORD = "correct horse battery staple";
    private static final Map<String, String> LIMITS = Map.of(
            "STANDARD_RATE_LIMITS_DOCUMENTS", "1000000",
            "STANDARD_RATE_LIMITS_KB_SEARCH", "1000000",
            "STANDARD_RATE_LIMITS_AGENT_RUNS", "1000000",
            "STANDARD_RATE_LIMITS_ADMIN", "1000000",
            "STANDARD_RATE_LIMITS_RENDER", "1000000",
            "STANDARD_RATE_LIMITS_OTHERS", "1000000");

    private static final Pattern BUSY = Pattern.compile(
            "rate_limit|job|audit_.*|email_message|domain_event|.*delivery|.*observation.*|.*metric.*|alert.*");

    @TempDir
    static Path home;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private static RunningPlatform platform;
    private static List<DescribedOperation> operations;
    private static UUID theirs;
    private static Map<Role, String> cookies;

    /// An answer without what differs from request to request.
    private record Told(int status, String contentType, String body) {}

    @BeforeAll
    static void aPlatformWithADemo() throws Exception {
        var settings = new TreeMap<>(LIMITS);
        settings.put("STANDARD_PORT", Integer.toString(RunningPlatform.freePort()));
        settings.put("STANDARD_DEMO", "true");
        platform = RunningPlatform.launch(home, settings).awaitReady();
        operations = DescribedOperation.all(document());
        theirs = organization("demo");
        cookies = neighbours();
        Eventually.asserts(() -> assertThat(platform.text()).contains("Demo report"));
        fill();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    private static Map<String, Object> document() throws IOException, InterruptedException {
        return json(send(HTTP, request("/openapi.json").build()));
    }

    /// An organization of its own, with a person in every role.
    private static Map<Role, String> neighbours() {
        var admin = platform.signIn(People.ADMIN, "");
        var made = admin.post("/api/v1/organizations", Map.of("slug", "neighbour", "name", "Neighbour"));
        var ours = made.get("organization_id").toString();
        var inside = platform.signIn(People.ADMIN, ours);
        var cookies = new EnumMap<Role, String>(Role.class);
        for (var role : Role.values()) {
            var address = role + "@neighbour.example";
            var invited = inside.post(
                    "/api/v1/organizations/" + ours + "/members", Map.of("email", address, "role", role.toString()));
            admin.post(
                    "/api/v1/auth/accept-invitation",
                    Map.of("token", invited.get("invitation_token"), "password", PASSWORD));
            cookies.put(role, cookie(address));
        }
        return cookies;
    }

    private static String cookie(String address) {
        try {
            var body = JSON.writeValueAsBytes(Map.of("email", address, "password", PASSWORD));
            var response = send(
                    HTTP,
                    request("/api/v1/auth/sign-in")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(body))
                            .build());
            return response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /// Things that the demo does not make: whatever can be made from the examples alone.
    private static void fill() throws IOException {
        var approver = platform.signIn(People.APPROVER, theirs.toString());
        for (var operation : operations) {
            if (operation.method().equals("post")
                    && operation.path().matches("/api/v1/[a-z-]+(/\\{org[A-Za-z]*}/[a-z-]+)?")) {
                attempt(approver, operation);
            }
        }
    }

    private static void attempt(Api approver, DescribedOperation operation) {
        try {
            approver.post(
                    operation.target(theirs.toString()),
                    operation.body(UUID.randomUUID().toString(), false));
        } catch (IllegalStateException refused) {
            // some examples are not enough by themselves
            assertThat(refused).hasMessageContaining(" answered 4");
        }
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(platform.environment().get("STANDARD_DATABASE_URL"));
    }

    private static UUID organization(String slug) throws SQLException {
        try (var connection = owner();
                var select = connection.prepareStatement("SELECT organization_id FROM organization WHERE slug = ?")) {
            select.setString(1, slug);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    /// The tables of organizations and the column under which a row of theirs is asked for, if there is one.
    private static Map<String, String> tables() throws SQLException {
        var tables = new TreeMap<String, String>();
        try (var connection = owner();
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT table_name, id_column FROM tenant_table_id")) {
            while (rows.next()) {
                tables.put(rows.getString(1), String.valueOf(rows.getString(2)));
            }
        }
        return tables;
    }

    /// An id of every kind that the other organization has.
    private static Map<String, String> ids() throws SQLException {
        var ids = new TreeMap<String, String>();
        try (var connection = owner()) {
            for (var table : tables().entrySet()) {
                if (!table.getValue().equals("null")) {
                    var kind = table.getKey().equals("artifact_version") ? ", kind" : "";
                    var query = "SELECT DISTINCT ON (organization_id%s) %s AS id%s FROM %s WHERE organization_id = '%s'"
                            .formatted(kind, table.getValue(), kind, table.getKey(), theirs);
                    try (var rows = connection.createStatement().executeQuery(query)) {
                        while (rows.next()) {
                            ids.put(
                                    table.getKey() + (kind.isEmpty() ? "" : " " + rows.getString("kind")),
                                    rows.getString("id"));
                        }
                    }
                }
            }
        }
        return ids;
    }

    /// What the other organization has, summed up; what queues and schedules do in the meantime apart.
    private static Map<String, String> possessions() throws SQLException {
        var sums = new HashMap<String, String>();
        try (var connection = owner()) {
            for (var table : tables().keySet()) {
                if (!BUSY.matcher(table).matches()) {
                    var query =
                            "SELECT count(*) || ' ' || COALESCE(md5(string_agg(t::text, '' ORDER BY t::text)), '') FROM %s t WHERE organization_id = '%s'"
                                    .formatted(table, theirs);
                    try (var rows = connection.createStatement().executeQuery(query)) {
                        rows.next();
                        sums.put(table, rows.getString(1));
                    }
                }
            }
        }
        return sums;
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(platform.environment().get("STANDARD_URL") + path));
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(HttpResponse<String> response) throws IOException {
        return (Map<String, Object>) JSON.readValue(response.body(), Map.class);
    }

    private static Told ask(Role role, DescribedOperation operation, String id, boolean whole) throws IOException {
        var request = request(operation.target(id))
                .header("Cookie", cookies.get(role))
                .header("X-Trace-Id", "a-neighbour-asks");
        var body = operation.hasBody()
                ? BodyPublishers.ofByteArray(JSON.writeValueAsBytes(operation.body(id, whole)))
                : BodyPublishers.noBody();
        request.header("Content-Type", "application/json")
                .method(operation.method().toUpperCase(Locale.ROOT), body);
        var response = send(HTTP, request.build());
        return new Told(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body().replace(id, "(the id)"));
    }

    @Test
    void std2_aNeighboursThingsAndThingsThatDoNotExistAreToldAlike() throws Exception {
        var ids = ids();
        assertThat(ids).containsKeys("assessment", "document", "document_chunk", "artifact_version soa", "approval");
        var before = possessions();
        var softly = new SoftAssertions();
        var reached = new TreeSet<String>();
        for (var role : Role.values()) {
            for (var operation : operations) {
                if (operation.namesSomething() && !operation.path().contains("/scf/")) {
                    for (boolean whole : operation.hasBody() ? new boolean[] {true, false} : new boolean[] {true}) {
                        var nobodys = ask(role, operation, UUID.randomUUID().toString(), whole);
                        if (nobodys.status() == 404) {
                            reached.add(operation.toString());
                        }
                        for (var id : role == Role.OWNER
                                ? ids.entrySet()
                                : sample(ids).entrySet()) {
                            softly.assertThat(ask(role, operation, id.getValue(), whole))
                                    .as(role + ": " + operation + " with the id of a " + id.getKey())
                                    .isEqualTo(nobodys);
                        }
                    }
                }
            }
        }
        softly.assertAll();
        assertThat(possessions()).as("nothing of theirs has changed").isEqualTo(before);
        assertThat(reached).as("operations whose look-up the probes reached").hasSizeGreaterThan(90);
    }

    /// Enough for roles that are refused before anything is looked up.
    private static Map<String, String> sample(Map<String, String> ids) {
        var few = new TreeMap<String, String>();
        for (var kind : List.of("assessment", "document", "artifact_version soa")) {
            few.put(kind, ids.get(kind));
        }
        return few;
    }

    @Test
    void std2_suchAttemptsStandInTheNeighboursOwnRecords() throws Exception {
        var assessment = ids().get("assessment");
        var before = attempts();
        ask(Role.VIEWER, operation("get /api/v1/assessments/{assessmentId}"), assessment, true);
        assertThat(attempts()).isEqualTo(before + 1);
    }

    private static DescribedOperation operation(String name) {
        return operations.stream()
                .filter(operation -> operation.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int attempts() throws SQLException {
        var query = """
                SELECT count(*) FILTER (WHERE o.slug = 'neighbour'), count(*) FILTER (WHERE o.slug = 'demo')
                  FROM audit_record a
                  JOIN organization o ON o.organization_id = a.organization_id
                 WHERE a.action = 'security.cross_tenant_access_blocked'
                """;
        try (var connection = owner();
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            assertThat(row.getInt(2)).isZero();
            return row.getInt(1);
        }
    }
}
