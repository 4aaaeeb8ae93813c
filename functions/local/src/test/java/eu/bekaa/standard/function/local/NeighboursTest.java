package eu.bekaa.standard.function.local;

import static eu.bekaa.standard.function.local.Neighbourhood.send;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.authority.Role;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// Two organizations on one platform. One has done a whole assessment; the people of the other ask for everything of
/// it, on every operation that the API describes, by ids in path, query, body and header. What they are told must not
/// differ from what they are told of an id that nobody has (STD-2).
class NeighboursTest {
    private static final JsonMapper JSON = JsonMapper.createDefault();

    /// Differ from request to request, whoever asks for whatever.
    private static final Set<String> PASSING =
            Set.of("date", "x-ratelimit-remaining", "x-ratelimit-reset", "ratelimit", "content-length");

    private final Neighbourhood town = Neighbourhood.instance();

    /// An answer without what differs from request to request.
    private record Told(int status, Map<String, List<String>> headers, String body) {}

    private Told ask(Role role, DescribedOperation operation, String id, boolean whole, String... headers)
            throws IOException {
        var request = town.request(operation.target(id))
                .header("Cookie", town.cookie(role))
                .header("X-Trace-Id", "a-neighbour-asks")
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        var body = operation.hasBody()
                ? BodyPublishers.ofByteArray(JSON.writeValueAsBytes(operation.body(id, whole)))
                : BodyPublishers.noBody();
        var response = send(request.method(operation.method().toUpperCase(Locale.ROOT), body)
                .build());
        var kept = response.headers().map().entrySet().stream()
                .filter(header -> !PASSING.contains(header.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (one, other) -> one,
                        TreeMap<String, List<String>>::new));
        return new Told(response.statusCode(), kept, response.body().replace(id, "(the id)"));
    }

    @Test
    void std2_aNeighboursThingsAndThingsThatDoNotExistAreToldAlike() throws Exception {
        var ids = town.ids(town.theirs());
        assertThat(ids).containsKeys("assessment", "document", "document_chunk", "artifact_version soa", "approval");
        var before = town.possessions(town.theirs());
        var softly = new SoftAssertions();
        var reached = new TreeSet<String>();
        for (var role : Role.values()) {
            for (var operation : town.operations()) {
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
        assertThat(town.possessions(town.theirs()))
                .as("nothing of theirs has changed")
                .isEqualTo(before);
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
    void std3_aNeighboursOrganizationAndOneThatDoesNotExistAreToldAlikeInEveryHeader() throws Exception {
        var softly = new SoftAssertions();
        var nobody = UUID.randomUUID().toString();
        for (var role : Role.values()) {
            var header = role.ordinal() % 2 == 0 ? "x-standard-tenant-id" : "X-Tenant-Id";
            for (var operation : town.operations()) {
                var mine = UUID.randomUUID().toString();
                softly.assertThat(ask(
                                role,
                                operation,
                                mine,
                                false,
                                header,
                                town.theirs().toString()))
                        .as(role + ": " + operation + " in the organization next door")
                        .isEqualTo(ask(role, operation, mine, false, header, nobody));
            }
        }
        softly.assertAll();
    }

    @Test
    void std2_whatHasBeenDeletedIsToldLikeWhatNeverWas() throws Exception {
        var gone = deleted();
        var softly = new SoftAssertions();
        for (var operation : town.operations()) {
            var kind = gone.keySet().stream()
                    .filter(prefix -> operation.path().startsWith(prefix + "/{"))
                    .findFirst();
            if (kind.isPresent()) {
                var id = gone.get(kind.get());
                softly.assertThat(ask(Role.OWNER, operation, id, false))
                        .as(operation + " of something deleted")
                        .isEqualTo(ask(Role.OWNER, operation, UUID.randomUUID().toString(), false));
            }
        }
        softly.assertAll();
    }

    /// @return what was made and deleted, by the path under which such things stand
    private Map<String, String> deleted() throws IOException {
        var here = town.owner(town.ours());
        var scf = here.get("/api/v1/scf/versions/latest").get("scf_version_id");
        var made = Map.of(
                "/api/v1/assessments",
                here.post("/api/v1/assessments", Map.of("name", "To be deleted", "scf_version_id", scf))
                        .get("assessment_id")
                        .toString(),
                "/api/v1/webhooks",
                here.post("/api/v1/organizations/" + town.ours() + "/webhooks", Map.of("url", "https://93.184.216.34/"))
                        .get("id")
                        .toString());
        for (var one : made.entrySet()) {
            var response = send(town.request(one.getKey() + "/" + one.getValue())
                    .header("Cookie", town.cookie(Role.OWNER))
                    .DELETE()
                    .build());
            assertThat(response.statusCode()).as(one.getKey()).isBetween(200, 204);
        }
        return made;
    }

    @Test
    void std5_aNeighboursIdempotencyKeyIsNoKeyToTheirAnswer() throws Exception {
        var key = UUID.randomUUID().toString();
        var scf = town.owner(town.theirs()).get("/api/v1/scf/versions/latest").get("scf_version_id");
        var body = JSON.writeValueAsBytes(Map.of("name", "A secret plan", "scf_version_id", scf));
        var first = create(town.insider(), key, body);
        var theirs = Neighbourhood.json(first).get("assessment_id");
        assertThat(create(town.insider(), key, body).headers().firstValue("Idempotent-Replayed"))
                .as("the key works for themselves")
                .isPresent();

        var answer = create(town.cookie(Role.OWNER), key, body);

        assertThat(answer.statusCode()).isIn(200, 201);
        assertThat(answer.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(answer.body())
                .contains(town.ours().toString())
                .doesNotContain(theirs.toString())
                .doesNotContain(town.theirs().toString());
    }

    private HttpResponse<String> create(String cookie, String key, byte[] assessment) {
        return send(town.request("/api/v1/assessments")
                .header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(assessment))
                .build());
    }

    @Test
    void std2_suchAttemptsStandInTheNeighboursOwnRecords() throws Exception {
        var assessment = town.ids(town.theirs()).get("assessment");
        var before = attempts(town.ours());
        var beforeNextDoor = attempts(town.theirs());
        ask(Role.VIEWER, operation("get /api/v1/assessments/{assessmentId}"), assessment, true);
        assertThat(attempts(town.ours())).isEqualTo(before + 1);
        assertThat(attempts(town.theirs())).isEqualTo(beforeNextDoor);
    }

    private DescribedOperation operation(String name) {
        return town.operations().stream()
                .filter(operation -> operation.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private long attempts(UUID organization) throws SQLException {
        var query = """
                SELECT count(*)
                  FROM audit_record
                 WHERE action = 'security.cross_tenant_access_blocked'
                   AND organization_id = ?
                """;
        try (var ledger = town.ledger()) {
            return ledger.count(query, organization);
        }
    }
}
