package eu.bekaa.standard.function.local.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// One assessment from workbook to closing, as people do it: over HTTP, through every gate, with two pairs of eyes.
public final class Journey {
    private static final String API = "/api/v1";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration GLANCE = Duration.ofMillis(700);

    private final Api importer;
    private final Api assessor;
    private final Api approver;
    private final Consumer<String> told;

    /// @param importer may import catalogs
    /// @param assessor drafts and submits
    /// @param approver decides
    /// @param told     hears of each step before it is taken
    public Journey(Api importer, Api assessor, Api approver, Consumer<String> told) {
        this.importer = importer;
        this.assessor = assessor;
        this.approver = approver;
        this.told = told;
    }

    /// A file to be uploaded.
    public record Upload(String filename, String contentType, byte[] content, String documentType) {}

    /// A version of an artifact that has been approved.
    /// @param path where it is read, for instance `/api/v1/soa/{id}`
    public record Approved(String id, String path) {}

    /// Imports a workbook and waits until it is in.
    /// @return the import run, with `scf_version_id` and `import_statistics`
    public Map<String, Object> importWorkbook(byte[] workbook, String label) {
        told.accept("Importing the catalog");
        var accepted = importer.upload(
                API + "/admin/scf/import-xlsx",
                label + ".xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                workbook,
                Map.of("version_label", label));
        var id = nested(accepted, "import_run").get("id");
        return until(importer, API + "/admin/scf/import-runs/" + id, "status", List.of("succeeded"), List.of("failed"));
    }

    /// The framework of that code.
    public Map<String, Object> framework(String code) {
        return Api.data(assessor.get(API + "/scf/frameworks")).stream()
                .filter(framework -> code.equals(framework.get("framework_code")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no framework " + code + "."));
    }

    /// @return the new assessment's id
    public String open(String name, Object scfVersionId) {
        told.accept("Opening the assessment");
        var body = Map.of("name", name, "scf_version_id", scfVersionId);
        return text(assessor.post(API + "/assessments", body), "assessment_id");
    }

    /// Uploads the documents and waits until all of them can be searched.
    public void upload(String assessment, List<Upload> uploads) {
        var done = 0;
        for (var upload : uploads) {
            told.accept("Uploading document " + ++done + " of " + uploads.size());
            assessor.upload(
                    API + "/assessments/" + assessment + "/documents",
                    upload.filename(),
                    upload.contentType(),
                    upload.content(),
                    Map.of("document_type", upload.documentType()));
        }
        told.accept("Reading and indexing the documents");
        until(assessor, assessmentPath(assessment), "state", List.of("documents_ingested"), List.of("failed", "blocked"));
    }

    /// Runs the pre-analysis and settles on a framework.
    public void choose(String assessment, Object frameworkId) {
        told.accept("Looking over the catalog and choosing the framework");
        transition(assessment, "scf_pre_analysis_ready", "Documents are indexed.", Map.of());
        transition(
                assessment,
                "framework_selected",
                "Chosen with the client.",
                Map.of("metadata", Map.of("framework_id", frameworkId)));
    }

    /// Describes what is assessed, and has it approved.
    public Approved scope(String assessment, Map<String, ?> scope) {
        told.accept("Agreeing the scope");
        var draft = assessor.post(API + "/assessments/" + assessment + "/scope", scope);
        return approve(assessment, API + "/scopes/", text(draft, "scope_id"), Map.of());
    }

    /// Drafts the Statement of Applicability with its candidate evidence.
    /// @return the draft's id
    public String draftSoa(String assessment, Object frameworkId, Object scfVersionId, String scopeId) {
        told.accept("Drafting the Statement of Applicability");
        var body = Map.of("framework_id", frameworkId, "scf_version_id", scfVersionId, "source_scope_id", scopeId);
        var id = text(assessor.post(API + "/assessments/" + assessment + "/soa/draft", body), "soa_version_id");
        assessor.post(API + "/soa/" + id + "/evidence/refresh", Map.of("top_k", 3));
        return id;
    }

    /// Has the Statement of Applicability approved and makes it part of the knowledge base.
    public Approved agreeSoa(String assessment, String soaId) {
        told.accept("Approving the Statement of Applicability");
        var approved = approve(assessment, API + "/soa/", soaId, Map.of());
        assessor.post(API + "/soa/" + soaId + "/mark-ingested", Map.of());
        return approved;
    }

    public Approved gaps(String assessment, String soaId) {
        told.accept("Analysing evidence and gaps");
        assessor.post(API + "/assessments/" + assessment + "/evidence-analysis/run", Map.of("soa_version_id", soaId));
        var draft = assessor.post(API + "/assessments/" + assessment + "/gap-analysis/draft", Map.of("soa_version_id", soaId));
        return approve(assessment, API + "/gap-analysis/", text(draft, "gap_analysis_version_id"), Map.of());
    }

    public Approved maturity(String assessment) {
        told.accept("Scoring maturity");
        var path = API + "/assessments/" + assessment + "/maturity-versions";
        var version = nested(assessor.post(path, Map.of()), "version");
        return approve(assessment, path + "/", text(version, "maturity_assessment_version_id"), Map.of());
    }

    public Approved plan(String assessment, String gapId, String maturityId) {
        told.accept("Planning the remediation");
        var body = Map.of("gap_analysis_version_id", gapId, "maturity_assessment_version_id", maturityId);
        var draft = assessor.post(API + "/assessments/" + assessment + "/poam/draft", body);
        return approve(assessment, API + "/poam/", text(draft, "poam_version_id"), Map.of());
    }

    /// Has the full report written and approved.
    public Approved report(String assessment, String title) {
        told.accept("Writing the report");
        var body = Map.of("report_type", "full_assessment_report", "title", title, "format", "pdf");
        var report = assessor.post(API + "/assessments/" + assessment + "/reports/generate", body);
        var id = text(report, "report_version_id");
        assessor.download(API + "/reports/" + id + "/download?format=pdf");
        return approve(assessment, API + "/reports/", id, Map.of());
    }

    /// Closes the assessment on the strength of the approved report.
    public void close(String assessment, Approved report) {
        told.accept("Closing the assessment");
        var event = approvalOf(assessment, report.id());
        approver.post(
                assessmentPath(assessment) + "/lifecycle/transition",
                Map.of("next_state", "closed", "reason", "The report is accepted.", "approval_event_id", event));
    }

    private void transition(String assessment, String state, String reason, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("next_state", state);
        body.put("reason", reason);
        assessor.post(assessmentPath(assessment) + "/lifecycle/transition", body);
    }

    /// Submits a draft; the other person decides, and carries the decision out.
    private Approved approve(String assessment, String path, String id, Map<String, ?> submission) {
        assessor.post(path + id + "/submit-review", submission);
        var event = approvalOf(assessment, id);
        approver.post(API + "/approvals/" + event + "/approve", Map.of("reason", "Reviewed and agreed."));
        approver.post(path + id + "/approve", Map.of("approval_event_id", event));
        return new Approved(id, path + id);
    }

    private String approvalOf(String assessment, String version) {
        return Api.data(assessor.get(assessmentPath(assessment) + "/approvals")).stream()
                .filter(approval -> version.equals(approval.get("target_id")))
                .map(approval -> text(approval, "approval_id"))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new IllegalStateException("No approval waits for " + version + "."));
    }

    /// Every object of a paged list.
    public List<Map<String, Object>> all(String path) {
        var all = new ArrayList<Map<String, Object>>();
        var cursor = "";
        while (true) {
            var page = assessor.get(path + (path.contains("?") ? "&" : "?") + "limit=100" + cursor);
            all.addAll(Api.data(page));
            var next = nested(page, "pagination").get("next_cursor");
            if (next == null) {
                return all;
            }
            cursor = "&cursor=" + next;
        }
    }

    private static Map<String, Object> until(Api api, String path, String field, List<String> good, List<String> bad) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var answer = api.get(path);
            if (good.contains(answer.get(field))) {
                return answer;
            }
            if (bad.contains(answer.get(field))) {
                throw new IllegalStateException(path + " ended badly: " + answer);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        throw new IllegalStateException(path + " did not become " + good + " in time.");
    }

    private static String assessmentPath(String assessment) {
        return API + "/assessments/" + assessment;
    }

    private static String text(Map<String, Object> object, String field) {
        var value = object.get(field);
        if (value == null) {
            throw new IllegalStateException("The answer holds no " + field + ": " + object);
        }
        return value.toString();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> nested(Map<String, Object> object, String field) {
        return (Map<String, Object>) object.getOrDefault(field, Map.of());
    }
}
