package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.report.Digest;
import eu.bekaa.standard.assurance.report.Renderings;
import eu.bekaa.standard.function.assessments.Analysed.Line;
import eu.bekaa.standard.queue.Jobs;
import eu.bekaa.standard.testing.TestDatabase;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
class ReportFilesTest {
    @Inject
    Desk.Office office;

    @Inject
    Jobs jobs;

    @Inject
    RenderQueue queue;

    @Inject
    Renderings renderings;

    @Inject
    @Client("/")
    HttpClient client;

    private Desk desk;
    private String report;

    @BeforeEach
    void aGeneratedReport() {
        desk = office.desk(Line.strong("ID.AM-1", "AST-01", "documented"), Line.absent("ID.AM-2", "AST-02"));
        desk.approvedGap();
        report = generated(Map.of("report_type", "gap_analysis_report", "format", "csv"));
    }

    @Test
    void std102_aFileIsThereOnceItIsRenderedAndHasItsHash() {
        var waiting = desk.assessor().http().send(get("/download"));
        assertThat(waiting.code()).isEqualTo(202);
        assertThat(waiting.header("Retry-After")).isEqualTo("2");

        render();

        var shown = desk.assessor().get("/reports/" + report);
        var downloaded = bytes("/download");
        assertThat(downloaded.code()).isEqualTo(200);
        assertThat(downloaded.header("Content-Type")).startsWith("text/csv");
        assertThat(downloaded.header("Content-Disposition")).endsWith(".csv\"");
        assertThat(shown).containsEntry("render_status", "ready");
        assertThat(text(shown, "content_hash")).matches("[0-9a-f]{64}");
        assertThat(files(shown).getFirst())
                .containsEntry("content_hash", Digest.of(Objects.requireNonNull(downloaded.body())));
        assertThat(desk.assessor().get("/export-jobs/" + files(shown).getFirst().get("export_job_id")))
                .containsEntry("status", "succeeded")
                .containsEntry("format", "csv");
    }

    @Test
    void std102_theSameReportRendersTheSameBytesInEveryFormat() {
        for (var format : List.of("json", "markdown", "html", "csv", "xlsx", "docx", "pdf")) {
            desk.assessor().post(202, "/reports/" + report + "/render", Map.of("format", format));
        }
        render();
        var first = files(desk.assessor().get("/reports/" + report));

        assertThat(first).hasSize(7).allSatisfy(file -> assertThat(file).containsEntry("status", "ready"));
        assertThat(new String(
                        Objects.requireNonNull(bytes("/download?format=pdf").body()), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(bytes("/download?format=json").body())
                .satisfies(content -> assertThat(Digest.of(content))
                        .isEqualTo(desk.assessor().get("/reports/" + report).get("content_hash")));
    }

    @Test
    void aFormatThatNobodyAskedForIsOrderedByItsFirstDownload() {
        assertThat(desk.assessor().http().send(get("/download?format=markdown")).code())
                .isEqualTo(202);

        render();

        assertThat(bytes("/download?format=markdown").code()).isEqualTo(200);
    }

    @Test
    void aFailedFileSaysWhyAndCanBeOrderedAgain() {
        var assessor = desk.assessor().caller();
        var job = jobs.ofSubject(assessor, UUID.fromString(report)).getFirst();
        renderings.fail(assessor, job, "The work failed 5 times.");

        var refused = desk.assessor().http().send(get("/download"));
        assertThat(refused.code()).isEqualTo(409);
        assertThat(refused.getBody(Map.class).toString()).contains("CONFLICT", "failed 5 times");
        assertThat(desk.assessor().post(202, "/reports/" + report + "/render", Map.of()))
                .containsEntry("render_status", "queued");
        render();
        assertThat(bytes("/download").code()).isEqualTo(200);
    }

    @Test
    void std140_aDownloadIsAudited() throws SQLException {
        render();
        bytes("/download");

        try (var owner = TestDatabase.instance().owner();
                var query = owner.prepareStatement(
                        "SELECT count(*) FROM audit_record WHERE action = 'report.downloaded' AND resource_id = ?")) {
            query.setObject(1, UUID.fromString(report));
            var rows = query.executeQuery();
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void thePageMayRunNothing() {
        var page = client.toBlocking().exchange(get("/render"), String.class);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(page.body()).contains("<h1 ", "GAP-001");
    }

    private String generated(Map<String, ?> request) {
        return text(desk.assessor().post(202, desk.base() + "/reports/generate", request), "report_version_id");
    }

    private void render() {
        queue.work(desk.assessor().caller(), report);
    }

    private MutableHttpRequest<?> get(String path) {
        return desk.tenant().as(desk.assessor().caller(), HttpRequest.GET("/api/v1/reports/" + report + path));
    }

    private HttpResponse<byte[]> bytes(String path) {
        return client.toBlocking().exchange(get(path), byte[].class);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> files(Map<String, Object> shown) {
        return (List<Map<String, Object>>) Objects.requireNonNull(shown.get("files"));
    }
}
