package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;
import static eu.bekaa.standard.function.assessments.Downloads.nested;
import static eu.bekaa.standard.function.assessments.Downloads.rows;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.function.assessments.Analysed.Line;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.testing.Http;
import io.micronaut.http.HttpRequest;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Exports as jobs, and what an auditor finds in a package.
@MicronautTest(transactional = false)
class AuditPackageTest {
    @Inject
    Desk.Office office;

    @Inject
    RenderQueue queue;

    @Inject
    Downloads downloads;

    private Desk desk;
    private Conversation admin;
    private String gap;

    @BeforeEach
    void anApprovedAnalysis() {
        desk = office.desk(Line.strong("ID.AM-1", "AST-01", "documented"), Line.absent("ID.AM-2", "AST-02"));
        admin = desk.approver();
        gap = desk.fourApproved();
    }

    @Test
    void anExportIsAJobThatEndsWithAFile() {
        var sent = admin.http()
                .send(desk.tenant()
                        .as(admin.caller(), HttpRequest.POST("/api/v1" + desk.base() + "/exports", Map.of())));
        var job = Http.body(sent);
        var path = "/export-jobs/" + text(job, "export_job_id");

        assertThat(sent.code()).isEqualTo(202);
        assertThat(sent.header("Location")).isEqualTo("/api/v1" + path);
        assertThat(job).containsEntry("format", "json").containsEntry("download_url", null);
        assertThat(text(job, "status")).isIn("queued", "running", "succeeded");
        queue.work(admin.caller(), text(job, "report_version_id"));
        var done = admin.get(path);
        assertThat(done).containsEntry("status", "succeeded").containsEntry("attempt_count", 1);
        assertThat(downloads.bytes(desk.tenant(), admin.caller(), text(done, "download_url")))
                .isNotEmpty();
    }

    @Test
    void anUnknownExportJobIsNotFound() {
        var job = text(admin.post(202, desk.base() + "/exports", Map.of()), "export_job_id");
        var stranger = office.desk(Line.absent("ID.AM-1", "AST-01")).approver();

        for (var conversation : List.of(stranger, admin)) {
            var id = conversation == admin ? UUID.randomUUID().toString() : job;
            var refused = conversation.answer(404, HttpRequest.GET("/api/v1/export-jobs/" + id));
            assertThat(Conversation.code(refused)).isEqualTo("EXPORT_JOB_NOT_FOUND");
        }
    }

    @Test
    void thePackageIsForThoseWhoMayReadTheAuditLog() {
        assertThat(desk.assessor().refused(403, desk.base() + "/audit-package", Map.of()))
                .isEqualTo("FORBIDDEN");
        assertThat(desk.assessor()
                        .refused(403, desk.base() + "/reports/generate", Map.of("report_type", "audit_package")))
                .isEqualTo("FORBIDDEN");

        var report = packed();
        var download = "/reports/" + report + "/download";

        assertThat(desk.assessor().as(desk.tenant().viewer()).status(download)).isEqualTo(403);
        assertThat(unzipped(desk.tenant().auditor(), report)).containsKey("audit/records.jsonl");
    }

    @Test
    void thePackageHoldsWhatWasApprovedWhoDecidedAndEveryMove() {
        var files = unzipped(admin.caller(), packed());

        assertThat(files)
                .containsKeys(
                        "README.txt",
                        "SHA256SUMS",
                        "content.json",
                        "report.pdf",
                        "report.docx",
                        "data.xlsx",
                        "data/gap_findings.csv",
                        "artifacts/soa.json",
                        "artifacts/maturity-assessment.json",
                        "artifacts/plan-of-action.json",
                        "versions.json",
                        "lifecycle-events.json",
                        "documents.json",
                        "oscal/assessment-results.json",
                        "oscal/plan-of-action-and-milestones.json");
        var analysis = downloads.object(files.get("artifacts/gap-analysis.json"));
        assertThat(Conversation.text(nested(analysis, "version"), "artifact_version_id"))
                .isEqualTo(gap);
        assertThat(rows(analysis, "items"))
                .extracting(item -> item.get("gap_code"))
                .containsExactly("GAP-001", "GAP-002");
        assertThat(content(files, "approvals.json")).contains(desk.approvalOf(gap), "\"decision\":\"approved\"");
        assertThat(content(files, "lifecycle-events.json")).contains("gap_analysis_approved");
    }

    @Test
    void everyFileOfThePackageStandsInItsManifestWithItsHash() throws Exception {
        var files = unzipped(admin.caller(), packed());
        var manifest = downloads.object(files.get("manifest.json"));

        var listed = new TreeMap<String, Object>();
        rows(manifest, "files").forEach(line -> listed.put(text(line, "path"), line.get("sha256")));
        var held = new TreeMap<String, Object>();
        for (var file : files.entrySet()) {
            if (!List.of("manifest.json", "SHA256SUMS").contains(file.getKey())) {
                held.put(file.getKey(), sha256(file.getValue()));
            }
        }
        assertThat(listed).isEqualTo(held);
        assertThat(manifest).containsEntry("content_hash", held.get("content.json"));
        assertThat(content(files, "SHA256SUMS")).contains(sha256(files.get("manifest.json")) + "  manifest.json");
    }

    @Test
    void scp61_theAuditSliceProvesItself() throws Exception {
        var files = unzipped(admin.caller(), packed());
        var records = content(files, "audit/records.jsonl").lines().toList();
        var hashes = content(files, "audit/hashes.txt").lines().toList();
        var proof = downloads.object(files.get("audit/proof.json"));

        assertThat(records).hasSameSizeAs(hashes).hasSizeGreaterThan(5);
        assertThat(records).anyMatch(line -> line.contains("\"gap_analysis.approved\""));
        long before = 0;
        for (int i = 0; i < records.size(); i++) {
            assertThat(sha256(records.get(i).getBytes(StandardCharsets.UTF_8))).isEqualTo(hashes.get(i));
            var record = downloads.object(records.get(i).getBytes(StandardCharsets.UTF_8));
            assertThat(record)
                    .containsEntry(
                            "assessment_id", desk.assessed().assessmentId().toString());
            long sequence = ((Number) Objects.requireNonNull(record.get("sequence"))).longValue();
            if (i > 0 && sequence == before + 1) {
                assertThat(record).containsEntry("prev_hash", hashes.get(i - 1));
            }
            assertThat(sequence).isGreaterThan(before);
            before = sequence;
        }
        assertThat(nested(proof, "verification")).containsEntry("status", "ok");
        assertThat(text(proof, "head_hash")).matches("[0-9a-f]{64}");
    }

    private String packed() {
        var job = admin.post(202, desk.base() + "/audit-package", Map.of());
        assertThat(job).containsEntry("format", "zip");
        var report = text(job, "report_version_id");
        queue.work(admin.caller(), report);
        return report;
    }

    private Map<String, byte[]> unzipped(Caller caller, String report) {
        return Downloads.unzipped(downloads.bytes(desk.tenant(), caller, "/api/v1/reports/" + report + "/download"));
    }

    private static String content(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name), name), StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
