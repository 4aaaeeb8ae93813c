package eu.bekaa.standard.function.local.demo;

import java.util.Map;
import java.util.Optional;

/// How a version gets approved: one person submits, another decides and carries the decision out. Goes on where an
/// earlier attempt was interrupted.
final class Review {
    private static final String API = "/api/v1";

    private final Api assessor;
    private final Api approver;
    private final String assessment;

    Review(Api assessor, Api approver, String assessment) {
        this.assessor = assessor;
        this.approver = approver;
        this.assessment = assessment;
    }

    /// @param version as last read, with its status
    /// @param idField the field that holds its id
    /// @param path    where versions of its kind are, with a slash at the end
    Journey.Approved approve(Map<String, Object> version, String idField, String path) {
        var id = Answers.text(version, idField);
        var status = Answers.text(version, "status");
        if (status.equals("draft")) {
            assessor.post(path + id + "/submit-review");
        }
        if (!status.equals("approved")) {
            var event = decide(id);
            approver.post(path + id + "/approve", Map.of("approval_event_id", event));
        }
        return new Journey.Approved(id, path + id);
    }

    /// The id of the decision on a version.
    String decisionOn(String version) {
        return Answers.text(approvalOf(version), "approval_id");
    }

    private String decide(String version) {
        var approval = approvalOf(version);
        var id = Answers.text(approval, "approval_id");
        if (approval.get("decision") == null) {
            approver.post(API + "/approvals/" + id + "/approve", Map.of("reason", "Reviewed and agreed."));
        }
        return id;
    }

    private Map<String, Object> approvalOf(String version) {
        Optional<Map<String, Object>> latest =
                Answers.data(assessor.get(API + "/assessments/" + assessment + "/approvals")).stream()
                        .filter(approval -> version.equals(approval.get("target_id")))
                        .reduce((first, last) -> last);
        return latest.orElseThrow(() -> new IllegalStateException("No approval waits for " + version + "."));
    }
}
