package eu.bekaa.standard.function.local;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.local.demo.Answers;
import eu.bekaa.standard.function.local.demo.Api;
import eu.bekaa.standard.function.local.demo.Journey;
import eu.bekaa.standard.function.local.demo.StarterCatalog;
import eu.bekaa.standard.queue.JobKind;
import eu.bekaa.standard.testing.Eventually;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The platform is killed while it is at work, and started again: what was accepted is done, and done once.
class FaultTest {
    private static final String API = "/api/v1";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final long GLANCE_NANOS = 500_000;
    private static final int GLANCES = 60_000;
    private static final Map<String, ?> SCOPE = Map.ofEntries(
            Map.entry("title", "All"),
            Map.entry("description", "Everything."),
            Map.entry("business_units", List.of("All")),
            Map.entry("processes", List.of()),
            Map.entry("systems", List.of()),
            Map.entry("locations", List.of()),
            Map.entry("legal_entities", List.of()),
            Map.entry("data_types", List.of()),
            Map.entry("third_parties", List.of()),
            Map.entry("exclusions", List.of()),
            Map.entry("assumptions", List.of()),
            Map.entry("constraints", List.of()));

    @TempDir
    Path home;

    private int port;
    private RunningPlatform platform;
    private Api admin;
    private Api assessor;
    private Api approver;
    private Journey journey;

    @BeforeEach
    void aPlatform() throws Exception {
        port = RunningPlatform.freePort();
        platform = RunningPlatform.start(home, port);
        var organization = platform.environment().get("STANDARD_ORG_ID");
        admin = platform.signIn(People.ADMIN, "");
        assessor = platform.signIn(People.ASSESSOR, organization);
        approver = platform.signIn(People.APPROVER, organization);
        journey = new Journey(admin, assessor, approver, step -> {});
    }

    @AfterEach
    void end() {
        platform.close();
    }

    @Test
    void whatAKillInterruptsIsDoneOnceAfterTheNextStart() throws Exception {
        var starter = journey.importWorkbook(StarterCatalog.workbook(), "Starter");
        var heavy = importInterrupted();
        theHeavyCatalogIsWhole(starter, heavy);

        var version = Answers.text(starter, "scf_version_id");
        var assessment = journey.open("Interrupted", version);
        documentInterrupted(assessment, "page.html", "text/html", Heavy.page(), JobKind.EXTRACT_AND_CHUNK);
        documentInterrupted(assessment, "register.md", "text/markdown", Heavy.text(), JobKind.PREPARE_EMBEDDING);
        theDocumentsAreWhole(assessment);

        var report = reportInterrupted(assessment, version);
        theReportIsThere(report);
        nothingIsLeftUndoneOrDoneTwice();
    }

    private Map<String, Object> importInterrupted() throws Exception {
        var path = API + "/admin/scf/import-xlsx";
        var accepted = admin.upload(path, "heavy.xlsx", XLSX, Heavy.catalog(), Map.of("version_label", "Heavy"));
        killWhileRunning(JobKind.SCF_IMPORT);
        return journey.imported(accepted);
    }

    private void documentInterrupted(String assessment, String name, String type, byte[] content, JobKind kind)
            throws Exception {
        var path = API + "/assessments/" + assessment + "/documents";
        var accepted = assessor.upload(path, name, type, content, Map.of("document_type", "policy"));
        killWhileRunning(kind);
        var id = Answers.text(Answers.nested(accepted, "document"), "document_id");
        embedded(id);
    }

    private String reportInterrupted(String assessment, String version) throws Exception {
        var framework = Answers.text(journey.framework("NIST CSF V1.1"), "framework_id");
        assessor.until(API + "/assessments/" + assessment, "state", List.of("documents_ingested"), List.of("failed"));
        journey.choose(assessment, framework);
        var scope = journey.scope(assessment, SCOPE);
        var soa = journey.draftSoa(assessment, framework, version, scope.id());
        journey.agreeSoa(assessment, soa);
        var gaps = journey.gaps(assessment, soa);
        journey.plan(assessment, gaps.id(), journey.maturity(assessment).id());
        var wanted = Map.of("report_type", "full_assessment_report", "title", "Interrupted", "format", "pdf");
        var report = assessor.post(API + "/assessments/" + assessment + "/reports/generate", wanted);
        killWhileRunning(JobKind.RENDER_REPORT);
        return Answers.text(report, "report_version_id");
    }

    /// Watched in the database, where no rate limit counts the glances.
    private void embedded(String document) throws SQLException {
        try (var ledger = Ledger.of(platform)) {
            Eventually.asserts(() -> assertThat(
                            ledger.texts("SELECT status FROM document WHERE document_id = CAST(? AS uuid)", document))
                    .containsExactly("embedded"));
        }
    }

    /// Sees the work under way, kills the process, sees that the work had not ended, and starts the platform again.
    private void killWhileRunning(JobKind kind) throws Exception {
        var running = "SELECT count(*) FROM job WHERE kind = ? AND status = 'running'";
        try (var ledger = Ledger.of(platform)) {
            for (int i = 0; ledger.count(running, kind.toString()) == 0; i++) {
                assertThat(i).as("glances at jobs of kind " + kind).isLessThan(GLANCES);
                LockSupport.parkNanos(GLANCE_NANOS);
            }
            platform.kill();
            assertThat(ledger.count(running, kind.toString()))
                    .as(kind + " had ended before the kill")
                    .isPositive();
        }
        platform = RunningPlatform.start(home, port);
    }

    private void theHeavyCatalogIsWhole(Map<String, Object> starter, Map<String, Object> heavy) throws Exception {
        try (var ledger = Ledger.of(platform)) {
            for (String table : List.of("scf_control", "scf_mapping")) {
                var rows = "SELECT count(*) FROM " + table + " WHERE scf_version_id = CAST(? AS uuid)";
                var once = ledger.count(rows, Answers.text(starter, "scf_version_id"));
                assertThat(ledger.count(rows, Answers.text(heavy, "scf_version_id")))
                        .isEqualTo(once * (Heavy.COPIES + 1));
            }
            assertThat(ledger.count("SELECT count(*) FROM scf_version")).isEqualTo(2);
        }
    }

    /// As whole as if nothing had happened: an undisturbed upload of the same text has the same chunks.
    private void theDocumentsAreWhole(String assessment) throws Exception {
        var path = API + "/assessments/" + assessment + "/documents";
        var again = assessor.upload(path, "again.md", "text/markdown", Heavy.text(), Map.of("document_type", "policy"));
        var id = Answers.text(Answers.nested(again, "document"), "document_id");
        embedded(id);
        var chunks = """
                SELECT c.chunk_index || ' ' || c.text_hash
                  FROM document_chunk c
                  JOIN document d USING (document_id)
                 WHERE d.original_filename = ?
                 ORDER BY c.chunk_index
                """;
        try (var ledger = Ledger.of(platform)) {
            assertThat(ledger.texts(chunks, "register.md")).isNotEmpty().isEqualTo(ledger.texts(chunks, "again.md"));
            assertThat(ledger.texts(chunks, "page.html")).hasSize(1);
            assertThat(ledger.count("SELECT count(*) FROM document_chunk WHERE embedding_status <> 'embedded'"))
                    .isZero();
            assertThat(ledger.count("SELECT count(DISTINCT chunk_id) FROM chunk_sign"))
                    .isEqualTo(ledger.count("SELECT count(*) FROM document_chunk"));
        }
    }

    private void theReportIsThere(String report) {
        var pdf = assessor.download(API + "/reports/" + report + "/download?format=pdf");
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private void nothingIsLeftUndoneOrDoneTwice() throws Exception {
        try (var ledger = Ledger.of(platform)) {
            assertThat(ledger.texts("SELECT kind || ' ' || status FROM job WHERE status <> 'succeeded'"))
                    .isEmpty();
            assertThat(ledger.texts("""
                            SELECT min(kind)
                              FROM job
                             GROUP BY kind, subject_id, payload
                            HAVING count(*) > 1
                            """)).isEmpty();
            assertThat(ledger.count("SELECT max(attempt_count) FROM job")).isEqualTo(2);
        }
        assertThat(approver.get("/api/audit/verify")).containsEntry("status", "ok");
    }
}
