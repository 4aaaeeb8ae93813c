package eu.bekaa.standard.function.local.demo;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// One assessment from workbook to closing, as people do it: over HTTP, through every gate, with two pairs of eyes.
/// Each step looks at what is there first, so that a journey can be taken up where it was interrupted.
public final class Journey {
    private static final String API = "/api/v1";

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
        return imported(accepted);
    }

    /// Waits until an accepted import is in.
    public Map<String, Object> imported(Map<String, Object> accepted) {
        var id = Answers.text(Answers.nested(accepted, "import_run"), "id");
        return importer.until(API + "/admin/scf/import-runs/" + id, "status", List.of("succeeded"), List.of("failed"));
    }

    /// The framework of that code.
    public Map<String, Object> framework(String code) {
        return Answers.data(assessor.get(API + "/scf/frameworks")).stream()
                .filter(framework -> code.equals(framework.get("framework_code")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no framework " + code + "."));
    }

    /// @return the id of the assessment of that name, opened if there is none
    public String open(String name, Object scfVersionId) {
        told.accept("Opening the assessment");
        var body = Map.of("name", name, "scf_version_id", scfVersionId);
        return assessor.all(API + "/assessments").stream()
                .filter(assessment -> name.equals(assessment.get("name")))
                .map(assessment -> Answers.text(assessment, "assessment_id"))
                .findFirst()
                .orElseGet(() -> Answers.text(assessor.post(API + "/assessments", body), "assessment_id"));
    }

    /// Uploads the documents that are not there yet and waits until all of them can be searched.
    public void upload(String assessment, List<Upload> uploads) {
        var there = Answers.data(assessor.get(assessmentPath(assessment) + "/documents")).stream()
                .map(document -> document.get("original_filename"))
                .toList();
        var done = 0;
        for (var upload : uploads) {
            told.accept("Uploading document " + ++done + " of " + uploads.size());
            if (!there.contains(upload.filename())) {
                assessor.upload(
                        assessmentPath(assessment) + "/documents",
                        upload.filename(),
                        upload.contentType(),
                        upload.content(),
                        Map.of("document_type", upload.documentType()));
            }
        }
        told.accept("Reading and indexing the documents");
        if (List.of("draft", "documents_uploaded").contains(state(assessment))) {
            assessor.until(
                    assessmentPath(assessment), "state", List.of("documents_ingested"), List.of("failed", "blocked"));
        }
    }

    /// Runs the pre-analysis and settles on a framework.
    public void choose(String assessment, Object frameworkId) {
        told.accept("Looking over the catalog and choosing the framework");
        if (state(assessment).equals("documents_ingested")) {
            transition(assessment, "scf_pre_analysis_ready", "Documents are indexed.", Map.of());
        }
        if (state(assessment).equals("scf_pre_analysis_ready")) {
            var chosen = Map.of("metadata", Map.of("framework_id", frameworkId));
            transition(assessment, "framework_selected", "Chosen with the client.", chosen);
        }
    }

    /// Describes what is assessed, and has it approved.
    public Approved scope(String assessment, Map<String, ?> scope) {
        told.accept("Agreeing the scope");
        var draft = newest(assessmentPath(assessment) + "/scopes")
                .orElseGet(() -> assessor.post(assessmentPath(assessment) + "/scope", scope));
        return review(assessment).approve(draft, "scope_id", API + "/scopes/");
    }

    /// Drafts the Statement of Applicability with its candidate evidence.
    /// @return the id of the version
    public String draftSoa(String assessment, Object frameworkId, Object scfVersionId, String scopeId) {
        told.accept("Drafting the Statement of Applicability");
        var body = Map.of("framework_id", frameworkId, "scf_version_id", scfVersionId, "source_scope_id", scopeId);
        var soa = newest(assessmentPath(assessment) + "/soa")
                .orElseGet(() -> assessor.post(assessmentPath(assessment) + "/soa/draft", body));
        var id = Answers.text(soa, "soa_version_id");
        if (Answers.text(soa, "status").equals("draft")) {
            assessor.post(API + "/soa/" + id + "/evidence/refresh", Map.of("top_k", 3));
        }
        return id;
    }

    /// Has the Statement of Applicability approved and makes it part of the knowledge base.
    public Approved agreeSoa(String assessment, String soaId) {
        told.accept("Approving the Statement of Applicability");
        var soa = assessor.get(API + "/soa/" + soaId);
        var approved = review(assessment).approve(soa, "soa_version_id", API + "/soa/");
        if (state(assessment).equals("soa_approved")) {
            assessor.post(API + "/soa/" + soaId + "/mark-ingested");
        }
        return approved;
    }

    public Approved gaps(String assessment, String soaId) {
        told.accept("Analysing evidence and gaps");
        var body = Map.of("soa_version_id", soaId);
        if (state(assessment).equals("soa_ingested")) {
            assessor.post(assessmentPath(assessment) + "/evidence-analysis/run", body);
            ask(assessment, "gap-analyst");
        }
        var draft = newest(assessmentPath(assessment) + "/gap-analysis")
                .orElseGet(() -> assessor.post(assessmentPath(assessment) + "/gap-analysis/draft", body));
        return review(assessment).approve(draft, "gap_analysis_version_id", API + "/gap-analysis/");
    }

    /// Asks an agent for a proposal, which is made in the background and decides nothing.
    private void ask(String assessment, String agent) {
        assessor.post(API + "/agent-runs", Map.of("assessment_id", assessment, "agent_id", agent));
    }

    public Approved maturity(String assessment) {
        told.accept("Scoring maturity");
        var path = assessmentPath(assessment) + "/maturity-versions";
        var version = newest(path).orElseGet(() -> Answers.nested(assessor.post(path), "version"));
        return review(assessment).approve(version, "maturity_assessment_version_id", path + "/");
    }

    public Approved plan(String assessment, String gapId, String maturityId) {
        told.accept("Planning the remediation");
        var body = Map.of("gap_analysis_version_id", gapId, "maturity_assessment_version_id", maturityId);
        var draft = newest(assessmentPath(assessment) + "/poam")
                .orElseGet(() -> assessor.post(assessmentPath(assessment) + "/poam/draft", body));
        return review(assessment).approve(draft, "poam_version_id", API + "/poam/");
    }

    /// Has the full report written and approved.
    public Approved report(String assessment, String title) {
        told.accept("Writing the report");
        var body = Map.of("report_type", "full_assessment_report", "title", title, "format", "pdf");
        var report = newest(assessmentPath(assessment) + "/reports")
                .orElseGet(() -> assessor.post(assessmentPath(assessment) + "/reports/generate", body));
        assessor.download(API + "/reports/" + Answers.text(report, "report_version_id") + "/download?format=pdf");
        return review(assessment).approve(report, "report_version_id", API + "/reports/");
    }

    /// Closes the assessment on the strength of the approved report.
    public void close(String assessment, Approved report) {
        told.accept("Closing the assessment");
        var event = review(assessment).decisionOn(report.id());
        approver.post(
                assessmentPath(assessment) + "/lifecycle/transition",
                Map.of("next_state", "closed", "reason", "The report is accepted.", "approval_event_id", event));
    }

    /// Where the assessment stands.
    public String state(String assessment) {
        return Answers.text(assessor.get(assessmentPath(assessment)), "state");
    }

    private Review review(String assessment) {
        return new Review(assessor, approver, assessment);
    }

    /// The version with the highest number, if any was made.
    private Optional<Map<String, Object>> newest(String path) {
        return Answers.data(assessor.get(path)).stream().max(Comparator.comparingInt(Journey::number));
    }

    private static int number(Map<String, Object> version) {
        return version.getOrDefault("version_number", version.get("scope_version")) instanceof Number number
                ? number.intValue()
                : 0;
    }

    private void transition(String assessment, String state, String reason, Map<String, ?> more) {
        var body = new LinkedHashMap<String, Object>(more);
        body.put("next_state", state);
        body.put("reason", reason);
        assessor.post(assessmentPath(assessment) + "/lifecycle/transition", body);
    }

    private static String assessmentPath(String assessment) {
        return API + "/assessments/" + assessment;
    }
}
