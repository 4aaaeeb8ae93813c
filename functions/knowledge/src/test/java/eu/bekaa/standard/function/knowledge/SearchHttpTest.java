package eu.bekaa.standard.function.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenant;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class SearchHttpTest {
    @Inject
    Http http;

    @Inject
    Library library;

    @Inject
    Tenants tenants;

    private Tenant tenant;
    private UUID assessment;
    private UUID document;

    @BeforeEach
    void aLibrary() {
        tenant = tenants.create();
        assessment = library.assessment(tenant.assessor());
        document = library.policy(tenant.assessor(), assessment, "access.md", (Library.ACCESS + "\n").repeat(40));
    }

    @Test
    void aSearchAnswersInTheContractsShape() {
        var answer = Http.body(search(Map.of("query", "Who reviews access?", "assessment_id", assessment, "top_k", 1)));
        assertThat(answer)
                .containsEntry("assessment_id", assessment.toString())
                .containsEntry("search_type", "semantic")
                .containsEntry("candidate_evidence", true)
                .containsKeys("warning", "trace_id");
        assertThat(hits(answer)).singleElement().satisfies(hit -> {
            assertThat(hit)
                    .containsOnlyKeys(
                            "document_id",
                            "chunk_id",
                            "vector_reference_id",
                            "score",
                            "snippet",
                            "page_number",
                            "document_type",
                            "document_title",
                            "retrieval_method",
                            "candidate_evidence",
                            "start_offset",
                            "end_offset",
                            "context");
            assertThat(hit)
                    .containsEntry("document_id", document.toString())
                    .containsEntry("retrieval_method", "vector")
                    .containsEntry("document_type", "policy")
                    .containsEntry("candidate_evidence", true);
        });
    }

    @Test
    void aMachineKeySearchesToo() {
        var request = HttpRequest.POST("/api/v1/kb/search", Map.of("query", "access", "assessment_id", assessment));
        assertThat(http.send(tenant.as(tenant.machine(), request)).code()).isEqualTo(200);
    }

    @Test
    void badRequestsAreRefused() {
        var good = Map.<String, Object>of("query", "access", "assessment_id", assessment);
        var bad = Stream.<Map<String, Object>>of(
                Map.of("query", " "),
                Map.of("query", "x".repeat(2001)),
                Map.of("top_k", 0),
                Map.of("top_k", 21),
                Map.of("min_score", 1.1),
                Map.of("min_score", -0.1),
                Map.of("search_type", "telepathic"),
                Map.of("assessment_id", "not-an-id"),
                Map.of("filters", Map.of("document_type", "poem")),
                Map.of("filters", Map.of("from_date", "2026-02-01", "to_date", "2026-01-01")),
                Map.of("filters", Map.of("colour", "blue")),
                Map.of("colour", "blue"));
        bad.forEach(change -> {
            var body = new HashMap<>(good);
            body.putAll(change);
            var answer = search(body);
            assertThat(answer.code()).as(change.toString()).isEqualTo(400);
            assertThat(Http.error(answer)).containsEntry("code", "VALIDATION_ERROR");
        });
        for (var missing : List.of("query", "assessment_id")) {
            var body = new HashMap<>(good);
            body.remove(missing);
            assertThat(search(body).code()).as(missing).isEqualTo(400);
        }
    }

    @Test
    void std2_anotherOrganizationsKnowledgeIsNotThere() {
        var stranger = tenants.create();
        var chunk = firstChunk();
        var get = List.of(
                "/api/v1/kb/chunks?assessment_id=" + assessment,
                "/api/v1/kb/chunks?document_id=" + document,
                "/api/v1/kb/chunks/" + chunk,
                "/api/v1/kb/stats?assessment_id=" + assessment,
                "/api/v1/kb/embeddings/status?assessment_id=" + assessment,
                "/api/v1/kb/documents/" + document + "/chunks");
        for (var path : get) {
            assertThat(send(stranger, HttpRequest.GET(path)).code()).as(path).isEqualTo(404);
        }
        var search = Map.of("query", "access", "assessment_id", assessment);
        assertThat(send(stranger, HttpRequest.POST("/api/v1/kb/search", search)).code())
                .isEqualTo(404);
        var index = "/api/v1/assessments/" + assessment + "/kb/index";
        assertThat(send(stranger, HttpRequest.POST(index, Map.of())).code()).isEqualTo(404);
        assertThat(Http.body(send(stranger, HttpRequest.GET("/api/v1/kb/stats"))))
                .containsEntry("chunk_count", 0);
        assertThat(hits(Http.body(send(stranger, HttpRequest.GET("/api/v1/kb/chunks")))))
                .isEmpty();
    }

    private Object firstChunk() {
        return Objects.requireNonNull(hits(Http.body(get("/api/v1/kb/chunks?document_id=" + document)))
                .getFirst()
                .get("chunk_id"));
    }

    private HttpResponse<Map<String, Object>> search(Map<String, ?> body) {
        return send(tenant, HttpRequest.POST("/api/v1/kb/search", body));
    }

    private HttpResponse<Map<String, Object>> get(String path) {
        return send(tenant, HttpRequest.GET(path));
    }

    private HttpResponse<Map<String, Object>> send(Tenant by, MutableHttpRequest<?> request) {
        return http.send(by.as(by.assessor(), request));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> hits(Map<String, Object> answer) {
        return (List<Map<String, Object>>) Objects.requireNonNull(answer.get("data"));
    }
}
