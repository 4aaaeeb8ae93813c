package eu.bekaa.standard.function.local.rules;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.function.local.SharedPlatform;
import eu.bekaa.standard.function.local.demo.Answers;
import eu.bekaa.standard.function.local.demo.Api;
import eu.bekaa.standard.function.local.demo.DemoPolicies;
import eu.bekaa.standard.function.local.demo.Journey;
import java.util.List;
import java.util.Map;

/// An assessment on its way, as far as a test needs it, and the two people who take it there.
final class Course {
    static final String API = "/api/v1";

    private static final String FRAMEWORK = "NIST CSF V1.1";
    private static final Map<String, Object> SCOPE =
            Map.of("title", "Customer platform", "description", "The platform and those who run it.");

    private final SharedPlatform platform = SharedPlatform.instance();
    private final Journey journey = platform.journey();
    private final String framework = Answers.text(journey.framework(FRAMEWORK), "framework_id");
    private final String assessment;

    /// Begins the assessment of that name.
    Course(String name) {
        this.assessment = journey.open(name, platform.catalog());
    }

    Api assessor() {
        return platform.assessor();
    }

    Api approver() {
        return platform.approver();
    }

    Journey journey() {
        return journey;
    }

    String assessment() {
        return assessment;
    }

    /// The path of the assessment.
    String base() {
        return API + "/assessments/" + assessment;
    }

    String state() {
        return journey.state(assessment);
    }

    String framework() {
        return framework;
    }

    /// What a Statement of Applicability is drafted from.
    Map<String, Object> basis() {
        return Map.of("framework_id", framework, "scf_version_id", platform.catalog());
    }

    /// With two policies, and the framework chosen.
    Course framed() {
        journey.upload(assessment, DemoPolicies.all().subList(0, 2));
        journey.choose(assessment, framework);
        return this;
    }

    Journey.Approved scoped() {
        return journey.scope(assessment, SCOPE);
    }

    /// The path of a drafted Statement of Applicability.
    String draftedSoa() {
        var scope = framed().scoped();
        return API + "/soa/" + journey.draftSoa(assessment, framework, platform.catalog(), scope.id());
    }

    Journey.Approved approvedSoa() {
        var soa = draftedSoa();
        return journey.agreeSoa(assessment, id(soa));
    }

    /// The path of a drafted gap analysis.
    String draftedGap() {
        var soa = Map.of("soa_version_id", approvedSoa().id());
        assessor().post(base() + "/evidence-analysis/run", soa);
        var drafted = assessor().post(base() + "/gap-analysis/draft", soa);
        return API + "/gap-analysis/" + Answers.text(drafted, "gap_analysis_version_id");
    }

    /// Submits the version at the path and has the other person decide for it.
    /// @return the id of the approval
    String decided(String path) {
        assessor().post(path + "/submit-review", Map.of());
        var approval = approvalOf(path);
        approver().post(API + "/approvals/" + approval + "/approve", Map.of("reason", "Reviewed and agreed."));
        return approval;
    }

    /// Submits the version at the path and has it approved.
    void approved(String path) {
        approver().post(path + "/approve", Map.of("approval_event_id", decided(path)));
    }

    /// The approval that was opened for the version at the path.
    String approvalOf(String path) {
        return Answers.data(assessor().get(base() + "/approvals")).stream()
                .filter(approval -> id(path).equals(approval.get("target_id")))
                .map(approval -> Answers.text(approval, "approval_id"))
                .findFirst()
                .orElseThrow();
    }

    List<Map<String, Object>> all(String path) {
        return assessor().all(path);
    }

    static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Expects the request to be refused.
    static void refused(int status, String code, Runnable request) {
        assertThatThrownBy(request::run)
                .hasMessageContaining("answered " + status)
                .hasMessageContaining(code);
    }
}
