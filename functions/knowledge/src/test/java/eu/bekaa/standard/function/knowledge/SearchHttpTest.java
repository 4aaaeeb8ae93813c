package eu.bekaa.standard.function.knowledge;

import static eu.bekaa.standard.function.knowledge.Reader.hits;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import eu.bekaa.standard.testing.Tenants;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class SearchHttpTest {
    @Inject
    Http http;

    @Inject
    Tenants tenants;

    @Inject
    Reader reader;

    @Test
    void aSearchAnswersInTheContractsShape() {
        var answer = Http.body(
                search(Map.of("query", "Who reviews access?", "assessment_id", reader.assessment, "top_k", 1)));
        assertThat(answer)
                .containsEntry("assessment_id", reader.assessment.toString())
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
                    .containsEntry("document_id", reader.document.toString())
                    .containsEntry("retrieval_method", "vector")
                    .containsEntry("document_type", "policy")
                    .containsEntry("candidate_evidence", true);
        });
    }

    @Test
    void aMachineKeySearchesToo() {
        var request =
                HttpRequest.POST("/api/v1/kb/search", Map.of("query", "access", "assessment_id", reader.assessment));
        assertThat(http.send(reader.tenant.as(reader.tenant.machine(), request)).code())
                .isEqualTo(200);
    }

    @Test
    void badRequestsAreRefused() {
        var good = Map.<String, Object>of("query", "access", "assessment_id", reader.assessment);
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
                "/api/v1/kb/chunks?assessment_id=" + reader.assessment,
                "/api/v1/kb/chunks?document_id=" + reader.document,
                "/api/v1/kb/chunks/" + chunk,
                "/api/v1/kb/stats?assessment_id=" + reader.assessment,
                "/api/v1/kb/embeddings/status?assessment_id=" + reader.assessment,
                "/api/v1/kb/documents/" + reader.document + "/chunks");
        for (var path : get) {
            assertThat(reader.send(stranger, HttpRequest.GET(path)).code())
                    .as(path)
                    .isEqualTo(404);
        }
        var search = Map.of("query", "access", "assessment_id", reader.assessment);
        assertThat(reader.send(stranger, HttpRequest.POST("/api/v1/kb/search", search))
                        .code())
                .isEqualTo(404);
        var index = "/api/v1/assessments/" + reader.assessment + "/kb/index";
        assertThat(reader.send(stranger, HttpRequest.POST(index, Map.of())).code())
                .isEqualTo(404);
        assertThat(Http.body(reader.send(stranger, HttpRequest.GET("/api/v1/kb/stats"))))
                .containsEntry("chunk_count", 0);
        assertThat(hits(Http.body(reader.send(stranger, HttpRequest.GET("/api/v1/kb/chunks")))))
                .isEmpty();
    }

    private Object firstChunk() {
        return Objects.requireNonNull(hits(Http.body(reader.get("/api/v1/kb/chunks?document_id=" + reader.document)))
                .getFirst()
                .get("chunk_id"));
    }

    private HttpResponse<Map<String, Object>> search(Map<String, ?> body) {
        return reader.send(reader.tenant, HttpRequest.POST("/api/v1/kb/search", body));
    }
}
