package eu.bekaa.standard.kernel.authority;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a machine key can be given (contract §1.5). No scope approves anything.
public enum KeyScope {
    ASSESSMENT_READ("assessment:read", "assessment:read"),
    ASSESSMENT_WRITE("assessment:write", "assessment:create,update"),
    ASSESSMENT_TRANSITION("assessment:transition", "assessment:transition"),
    DOCUMENT_READ("document:read", "document:read"),
    DOCUMENT_WRITE("document:write", "document:upload,reprocess", "kb:index"),
    DOCUMENT_DELETE("document:delete", "document:delete"),
    SCF_READ("scf:read", "scf:read"),
    SOA_READ("soa:read", "soa:read"),
    SOA_WRITE("soa:write", "soa:create,update,submit_review"),
    GAP_READ("gap:read", "gap:read", "evidence:read", "maturity:read"),
    GAP_WRITE("gap:write", "gap:create,update,submit_review", "evidence:run", "maturity:create,update,submit_review"),
    POAM_READ("poam:read", "poam:read"),
    POAM_WRITE("poam:write", "poam:create,update,submit_review"),
    REPORT_READ("report:read", "report:read"),
    REPORT_WRITE("report:write", "report:create,update,render"),
    REPORT_EXPORT("report:export", "report:download"),
    KB_READ("kb:read", "kb:read"),
    KB_SEARCH("kb:search", "kb:search"),
    AGENT_READ("agent:read", "agent:read"),
    AGENT_RUN("agent:run", "agent:run"),
    INTEGRATION_ANALYZE("integration:analyze", "integration:analyze"),
    INTELLIGENCE_READ("intelligence:read", "intelligence:read"),
    INTELLIGENCE_RUN("intelligence:run", "intelligence:run"),
    JOB_READ("job:read", "job:read"),
    AUDIT_READ("audit:read", "audit:read"),
    METRICS_READ("metrics:read", "metrics:read"),
    USAGE_READ("usage:read", "usage:read"),
    WORKFLOW_READ("workflow:read", "workflow:read"),
    WORKFLOW_WRITE("workflow:write", "assessment:run_workflow"),
    WORKFLOW_SIGNAL("workflow:signal", "workflow:signal"),
    ARTIFACT_READ("artifact:read", "artifact:read"),
    ARTIFACT_WRITE("artifact:write", "artifact:write"),
    APPROVAL_READ("approval:read", "approval:read"),
    /// Not offered to callers: given once, by a first start on a laptop, to the key of local scripts.
    SCF_IMPORT("scf:import", "scf:import");

    private final String wire;
    private final Set<String> permissions;

    KeyScope(String wire, String... families) {
        this.wire = wire;
        this.permissions = Permissions.of(families);
    }

    /// Every scope a key may be asked for; what a key gets when none is named (STD-24).
    public static List<String> offered() {
        return Arrays.stream(values())
                .filter(scope -> scope != SCF_IMPORT)
                .map(KeyScope::toString)
                .toList();
    }

    public static Optional<KeyScope> parse(String wire) {
        return Arrays.stream(values()).filter(scope -> scope.wire.equals(wire)).findFirst();
    }

    /// What a key with these scopes may do. Every key may ask who it is.
    public static Set<String> permissions(Collection<String> scopes) {
        var named = scopes.stream()
                .flatMap(scope -> parse(scope).stream())
                .flatMap(scope -> scope.permissions.stream())
                .collect(Collectors.toUnmodifiableSet());
        return Permissions.union(Permissions.IDENTIFIED, named);
    }

    @Override
    public String toString() {
        return wire;
    }
}
