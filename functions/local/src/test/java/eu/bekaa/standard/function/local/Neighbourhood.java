package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.local.demo.Api;
import eu.bekaa.standard.kernel.authority.Role;
import eu.bekaa.standard.testing.Eventually;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/// One platform with two organizations for all who attack it: one has done a whole assessment (the demonstration),
/// the other has a person in every role. Started by the first that asks, ended with the JVM.
final class Neighbourhood {
    private static final String PASSWORD = "correct horse battery staple";
    private static final String UNLIMITED = "100000000";
    private static final Pattern BUSY = Pattern.compile(
            "rate_limit|job|audit_.*|email_message|domain_event|.*delivery|.*observation.*|.*metric.*|alert.*|webhook");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private static final class Holder {
        static final Neighbourhood INSTANCE = begin();
    }

    private final RunningPlatform platform;
    private final Path home;
    private final Map<String, Object> document;
    private final List<DescribedOperation> operations;
    private final UUID theirs;
    private final UUID ours;
    private final Map<Role, String> cookies = new EnumMap<>(Role.class);
    private final String administrator;
    private final String insider;

    private Neighbourhood(RunningPlatform platform, Path home) throws IOException, SQLException {
        this.platform = platform;
        this.home = home;
        this.document = json(send(request("/openapi.json").build()));
        this.operations = DescribedOperation.all(document);
        this.theirs = organization("demo");
        var admin = platform.signIn(People.ADMIN, "");
        this.ours =
                UUID.fromString(admin.post("/api/v1/organizations", Map.of("slug", "neighbour", "name", "Neighbour"))
                        .get("organization_id")
                        .toString());
        for (var role : Role.values()) {
            cookies.put(role, person(ours, role, role + "@neighbour.example"));
        }
        var environment = platform.environment();
        this.administrator =
                cookie(environment.get(People.ADMIN.emailVariable()), environment.get(People.ADMIN.passwordVariable()));
        this.insider = person(theirs, Role.OWNER, "insider@neighbour.example");
        Eventually.asserts(() -> assertThat(platform.text()).contains("Demo report"));
        fill();
    }

    static Neighbourhood instance() {
        return Holder.INSTANCE;
    }

    private static Neighbourhood begin() {
        try {
            var home = Files.createTempDirectory("standard-neighbourhood");
            var settings = new TreeMap<String, String>();
            for (var category : List.of("DOCUMENTS", "KB_SEARCH", "AGENT_RUNS", "ADMIN", "RENDER", "OTHERS")) {
                settings.put("STANDARD_RATE_LIMITS_" + category, UNLIMITED);
            }
            settings.put("STANDARD_PORT", Integer.toString(RunningPlatform.freePort()));
            settings.put("STANDARD_DEMO", "true");
            var platform = RunningPlatform.launch(home, settings);
            // also where it never gets ready
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(platform, home)));
            return new Neighbourhood(platform.awaitReady(), home);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped.", stopped);
        }
    }

    private static void end(RunningPlatform platform, Path home) {
        platform.close();
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    RunningPlatform platform() {
        return platform;
    }

    /// Where it keeps its files.
    Path home() {
        return home;
    }

    URI address() {
        return URI.create(platform.environment().get("STANDARD_URL"));
    }

    /// The API's description of itself.
    Map<String, Object> document() {
        return document;
    }

    List<DescribedOperation> operations() {
        return operations;
    }

    /// The organization that has done an assessment.
    UUID theirs() {
        return theirs;
    }

    /// The organization that has a person in every role, and nothing else.
    UUID ours() {
        return ours;
    }

    /// The session of the neighbour in that role, as a `Cookie` header.
    String cookie(Role role) {
        return cookies.get(role);
    }

    /// The session of an owner of the organization that has done the assessment, as a `Cookie` header.
    String insider() {
        return insider;
    }

    /// Header lines of whoever may do this where the assessment was done: an owner, or the platform's administrator.
    List<String> credentials(DescribedOperation operation) {
        var permission = String.valueOf(operation.described().get("x-permission"));
        var cookie = Role.isPlatformAdministration(permission) ? administrator : insider;
        return List.of("Cookie: " + cookie, "x-standard-tenant-id: " + theirs);
    }

    /// An owner of either organization, at the API.
    Api owner(UUID organization) {
        var address = organization.equals(ours) ? Role.OWNER + "@neighbour.example" : "insider@neighbour.example";
        return Api.signIn(address(), JSON, organization.toString(), address, PASSWORD);
    }

    /// Invites someone, who accepts and signs in.
    private String person(UUID organization, Role role, String address) {
        var admin = platform.signIn(People.ADMIN, organization.toString());
        var invited = admin.post(
                "/api/v1/organizations/" + organization + "/members",
                Map.of("email", address, "role", role.toString()));
        admin.post(
                "/api/v1/auth/accept-invitation",
                Map.of("token", invited.get("invitation_token"), "password", PASSWORD));
        return cookie(address, PASSWORD);
    }

    private String cookie(String address, String password) {
        try {
            var body = JSON.writeValueAsBytes(Map.of("email", address, "password", password));
            var response = send(request("/api/v1/auth/sign-in")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(body))
                    .build());
            return response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Things that the demo does not make: whatever can be made from the examples alone.
    private void fill() {
        var approver = platform.signIn(People.APPROVER, theirs.toString());
        for (var operation : operations) {
            if (operation.method().equals("post")
                    && operation.path().matches("/api/v1/[a-z-]+(/\\{org[A-Za-z]*}/[a-z-]+)?")) {
                attempt(approver, operation);
            }
        }
    }

    private void attempt(Api approver, DescribedOperation operation) {
        try {
            approver.post(
                    operation.target(theirs.toString()),
                    operation.body(UUID.randomUUID().toString(), false));
        } catch (IllegalStateException refused) {
            // some examples are not enough by themselves
            assertThat(refused).hasMessageContaining(" answered 4");
        }
    }

    Ledger ledger() throws SQLException {
        return Ledger.of(platform);
    }

    private UUID organization(String slug) throws SQLException {
        try (var ledger = ledger()) {
            return UUID.fromString(ledger.texts("SELECT organization_id FROM organization WHERE slug = ?", slug)
                    .getFirst());
        }
    }

    /// An id of every kind that an organization has: `assessment`, `artifact_version soa`, …
    Map<String, String> ids(UUID organization) throws SQLException {
        var ids = new TreeMap<String, String>();
        try (var ledger = ledger()) {
            for (var table : ledger.texts("SELECT table_name FROM tenant_table_id WHERE id_column IS NOT NULL")) {
                var column = ledger.texts("SELECT id_column FROM tenant_table_id WHERE table_name = ?", table)
                        .getFirst();
                var kind = table.equals("artifact_version") ? "' ' || kind" : "''::text";
                var query = "SELECT DISTINCT ON (%s) '%s' || %s || '=' || %s FROM %s WHERE organization_id = ?"
                        .formatted(kind, table, kind, column, table);
                for (var found : ledger.texts(query, organization)) {
                    ids.put(found.split("=", 2)[0], found.split("=", 2)[1]);
                }
            }
        }
        return ids;
    }

    /// What an organization has, summed up; what queues and schedules do in the meantime apart.
    Map<String, String> possessions(UUID organization) throws SQLException {
        var sums = new HashMap<String, String>();
        try (var ledger = ledger()) {
            for (var table : ledger.texts("SELECT table_name FROM tenant_table_id")) {
                if (!BUSY.matcher(table).matches()) {
                    var query =
                            "SELECT count(*) || ' ' || COALESCE(md5(string_agg(t::text, '' ORDER BY t::text)), '') FROM %s t WHERE organization_id = ?"
                                    .formatted(table);
                    sums.put(table, ledger.texts(query, organization).getFirst());
                }
            }
        }
        return sums;
    }

    /// Waits until nothing is being worked on; what is to be tried again much later does not count.
    void settle() {
        Eventually.asserts(() -> {
            try (var ledger = ledger()) {
                assertThat(
                                ledger.count(
                                        "SELECT count(*) FROM job WHERE status = 'running' OR status IN ('queued', 'retrying') AND not_before <= now()"))
                        .isZero();
            }
        });
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> json(HttpResponse<String> response) throws IOException {
        return (Map<String, Object>) JSON.readValue(response.body(), Map.class);
    }
}
