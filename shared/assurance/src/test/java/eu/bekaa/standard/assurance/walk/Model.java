package eu.bekaa.standard.assurance.walk;

import eu.bekaa.standard.assurance.assessment.ContractTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The contract's section 5 once more, in words and strings: what an assessment answers to each request, and
/// where it stands afterwards.
final class Model {
    static final String DONE = "done";

    private static final Map<String, String> GATES = Map.of(
            "soa_approved", "soa",
            "gap_analysis_approved", "gap_analysis",
            "maturity_approved", "maturity_assessment",
            "poam_approved", "poam",
            "closed", "report");
    private static final Map<String, List<String>> NEEDS = Map.ofEntries(
            Map.entry("documents_uploaded", List.of("document")),
            Map.entry("scope_drafted", List.of("scope draft")),
            Map.entry("soa_drafted", List.of("soa draft only")),
            Map.entry("soa_under_review", List.of("soa draft")),
            Map.entry("soa_ingested", List.of("soa approved")),
            Map.entry("evidence_analysis_ready", List.of("soa approved")),
            Map.entry("gap_analysis_drafted", List.of("soa approved", "gap_analysis draft only")),
            Map.entry("maturity_assessed", List.of("gap_analysis approved", "maturity_assessment any")),
            Map.entry("poam_drafted", List.of("gap_analysis approved", "poam draft only")),
            Map.entry(
                    "report_generated",
                    List.of("soa approved", "gap_analysis approved", "maturity_assessment approved", "poam approved")),
            Map.entry("closed", List.of("report approved")));
    private static final Map<String, List<String>> STEPS = Map.of(
            "soa", List.of("soa_drafted", "soa_under_review", "soa_approved"),
            "gap_analysis", List.of("gap_analysis_drafted", "gap_analysis_under_review", "gap_analysis_approved"),
            "maturity_assessment", List.of("maturity_assessed", "maturity_under_review", "maturity_approved"),
            "poam", List.of("poam_drafted", "poam_under_review", "poam_approved"),
            "scope", List.of("scope_drafted", "", ""),
            "report", List.of("", "", ""));
    private static final Set<String> CLOSED = Set.of("closed", "archived", "cancelled");

    String state;
    int moves;
    final List<ModelVersion> versions = new ArrayList<>();

    @Nullable
    private String held;

    Model(String state) {
        this.state = state;
    }

    /// @return [#DONE] or the code of the refusal
    String transition(String target, @Nullable ModelVersion approval) {
        var event = ContractTable.event(state, held, target);
        if (event == null) {
            return "INVALID_STATE_TRANSITION";
        }
        if (!event.equals("assessment_resumed")) {
            var shut = shut(target, approval);
            if (shut != null) {
                return shut;
            }
            if (!ready(target)) {
                return "INVALID_STATE_TRANSITION";
            }
        }
        go(target);
        return DONE;
    }

    boolean isClosed() {
        return CLOSED.contains(state);
    }

    void open(UUID id, String kind) {
        versions.add(new ModelVersion(id, kind, next(kind)));
    }

    void submit(ModelVersion version, UUID approval) {
        version.status = "under_review";
        version.approval = approval;
        version.decision = "pending";
        drive(step(version, 1), null);
    }

    String decide(ModelVersion version, String decision) {
        if (isClosed() || !version.decision.equals("pending")) {
            return "CONFLICT";
        }
        if (decision.equals("approved") && version.approversOwn) {
            return "FORBIDDEN";
        }
        version.decision = decision;
        if (decision.equals("rejected")) {
            version.status = "rejected";
        }
        return DONE;
    }

    void reopened(ModelVersion rejected, UUID id) {
        open(id, rejected.kind);
        versions.getLast().approversOwn = true;
        drive(step(rejected, 0), null);
    }

    /// What approving a version with an approval answers; what follows from it.
    String approve(ModelVersion version, ModelVersion given) {
        if (isClosed()) {
            return "CONFLICT";
        }
        if (!version.status.equals("under_review")) {
            return version.status.equals("draft") ? "APPROVAL_BLOCKED" : "IMMUTABLE";
        }
        if (version.approversOwn) {
            return "FORBIDDEN";
        }
        if (version != given) {
            return "CONFLICT";
        }
        if (!version.decision.equals("approved")) {
            return "APPROVAL_REQUIRED";
        }
        var older = versions.stream()
                .filter(other -> other.is(version.kind, "approved"))
                .findFirst();
        if (older.isPresent() && older.get().number > version.number) {
            return "APPROVAL_BLOCKED";
        }
        older.ifPresent(other -> other.status = "superseded");
        version.status = "approved";
        drive(step(version, 2), version);
        return DONE;
    }

    private static String step(ModelVersion version, int index) {
        return Objects.requireNonNull(STEPS.get(version.kind)).get(index);
    }

    private int next(String kind) {
        return (int) versions.stream()
                        .filter(version -> version.kind.equals(kind))
                        .count()
                + 1;
    }

    private void drive(String target, @Nullable ModelVersion approval) {
        // what was interrupted resumes only when somebody asks for it
        if (!target.isEmpty() && !state.equals("failed") && !state.equals("blocked")) {
            transition(target, approval);
        }
    }

    private void go(String target) {
        var interruption = target.equals("failed") || target.equals("blocked");
        var interrupted = state.equals("failed") || state.equals("blocked");
        if (!interruption) {
            held = null;
        } else if (!interrupted) {
            held = state;
        }
        state = target;
        moves++;
    }

    private @Nullable String shut(String target, @Nullable ModelVersion approval) {
        var gate = GATES.get(target);
        if (gate == null) {
            return null;
        }
        if (approval == null) {
            return "APPROVAL_REQUIRED";
        }
        if (!gate.equals(approval.kind) || approval != atGate(gate)) {
            return "CONFLICT";
        }
        return approval.decision.equals("approved") ? null : "APPROVAL_REQUIRED";
    }

    private @Nullable ModelVersion atGate(String gate) {
        var accepted = versions.stream()
                .filter(version -> version.is("report", "approved"))
                .findFirst();
        return gate.equals("report") && accepted.isPresent()
                ? accepted.get()
                : versions.stream()
                        .filter(version -> version.is(gate, "under_review", "approved"))
                        .max(Comparator.comparingInt(version -> version.number))
                        .orElse(null);
    }

    private boolean ready(String target) {
        return NEEDS.getOrDefault(target, List.of()).stream().allMatch(this::holds);
    }

    private boolean holds(String need) {
        var kind = need.split(" ")[0];
        return versions.stream().anyMatch(version -> switch (need.substring(need.indexOf(' ') + 1)) {
            case "draft only" -> version.is(kind, "draft");
            case "draft" ->
                version.is(kind, "draft", "under_review") || (kind.equals("scope") && version.is("scope", "approved"));
            case "any" -> version.is(kind, "draft", "under_review", "approved");
            case "approved" -> version.is(kind, "approved");
            default -> false;
        });
    }
}
