package eu.bekaa.standard.function.knowledge;

import static eu.bekaa.standard.function.knowledge.Reader.hits;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.testing.Http;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class ChunkHttpTest {
    @Inject
    Http http;

    @Inject
    Library library;

    @Inject
    Reader reader;

    @Test
    void chunksArePagedInReadingOrder() {
        var all = hits(Http.body(reader.get("/api/v1/kb/documents/" + reader.document + "/chunks?limit=100")));
        assertThat(all).hasSizeGreaterThan(2);
        var seen = new ArrayList<Object>();
        var path = "/api/v1/kb/chunks?limit=1&document_id=" + reader.document;
        for (var next = path; next != null; ) {
            var page = Http.body(reader.get(next));
            hits(page).forEach(chunk -> seen.add(chunk.get("chunk_id")));
            var cursor = ((Map<?, ?>) Objects.requireNonNull(page.get("pagination"))).get("next_cursor");
            next = cursor == null ? null : path + "&cursor=" + cursor;
        }
        assertThat(seen)
                .isEqualTo(all.stream().map(chunk -> chunk.get("chunk_id")).toList());
        assertThat(reader.get("/api/v1/kb/chunks?cursor=nonsense").code()).isEqualTo(400);
        assertThat(reader.get("/api/v1/kb/chunks?limit=101").code()).isEqualTo(400);
    }

    @Test
    void aChunkKnowsItsNeighbours() {
        var all = hits(Http.body(reader.get("/api/v1/kb/documents/" + reader.document + "/chunks?limit=100")));
        var second = Http.body(reader.get("/api/v1/kb/chunks/" + all.get(1).get("chunk_id")));
        assertThat(second)
                .containsEntry("previous_chunk_id", all.get(0).get("chunk_id"))
                .containsEntry("next_chunk_id", all.get(2).get("chunk_id"))
                .containsEntry("chunk_text", all.get(1).get("chunk_text"));
        assertThat(second.get("snippet").toString()).hasSizeLessThanOrEqualTo(500);
        assertThat(second.get("chunk_text").toString())
                .startsWith(second.get("snippet").toString());
        var first = Http.body(reader.get("/api/v1/kb/chunks/" + all.getFirst().get("chunk_id")));
        assertThat(first).containsEntry("previous_chunk_id", null);
    }

    @Test
    void indexingIsAcceptedAndReported() {
        var caller = reader.tenant.assessor();
        library.document(caller, reader.assessment, "new.txt", "policy", LocalDate.of(2026, 1, 1), Library.BACKUP);
        var accepted = http.send(reader.tenant.as(
                caller,
                HttpRequest.POST(
                        "/api/v1/assessments/" + reader.assessment + "/kb/index", Map.of("force_reindex", false))));
        assertThat(accepted.code()).isEqualTo(202);
        assertThat(Http.body(accepted))
                .containsOnlyKeys("queued_job_ids", "vector_reference_ids", "skipped_chunk_ids", "trace_id");
        var status = Http.body(reader.get("/api/v1/kb/embeddings/status?assessment_id=" + reader.assessment));
        assertThat(status)
                .containsEntry("queued", 1)
                .containsEntry("queue_depth", 1)
                .containsKey("last_job");
        assertThat(Http.body(reader.get("/api/v1/kb/stats?assessment_id=" + reader.assessment)))
                .containsEntry("document_count", 2)
                .containsEntry("pending_count", 1)
                .containsEntry("failed_count", 0);
    }

    @Test
    void aViewerReadsButDoesNotIndex() {
        var index = HttpRequest.POST("/api/v1/assessments/" + reader.assessment + "/kb/index", Map.of());
        assertThat(http.send(reader.tenant.as(reader.tenant.viewer(), index)).code())
                .isEqualTo(403);
        var read = HttpRequest.GET("/api/v1/kb/stats");
        assertThat(http.send(reader.tenant.as(reader.tenant.viewer(), read)).code())
                .isEqualTo(200);
    }
}
