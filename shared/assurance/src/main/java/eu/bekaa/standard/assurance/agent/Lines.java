package eu.bekaa.standard.assurance.agent;

import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.maturity.MaturityScore;
import eu.bekaa.standard.assurance.poam.PoamItem;
import eu.bekaa.standard.catalog.Control;
import eu.bekaa.standard.catalog.MappedRequirement;
import java.util.Map;

/// One line of a proposal each.
public final class Lines {
    private Lines() {}

    public static Map<String, Object> of(GapFinding finding) {
        return Facts.with("gap_code", finding.gapCode())
                .and("requirement_code", finding.requirementCode())
                .and("control_code", finding.controlCode())
                .and("assessment_status", finding.assessmentStatus())
                .and("gap_type", finding.gapType())
                .and("severity", finding.severity())
                .and("confidence_score", finding.confidenceScore())
                .and("requires_user_validation", finding.requiresUserValidation())
                .plain();
    }

    public static Map<String, Object> of(MaturityScore score) {
        return Facts.with("control_code", score.controlCode())
                .and("domain_code", score.domainCode())
                .and("score", score.score())
                .and("confidence_score", score.confidenceScore())
                .and("rationale", score.rationale())
                .plain();
    }

    public static Map<String, Object> of(PoamItem item) {
        return Facts.with("poam_code", item.poamCode())
                .and("requirement_code", item.requirementCode())
                .and("control_code", item.controlCode())
                .and("action_type", item.actionType())
                .and("priority", item.priority())
                .and("due_date", item.dueDate())
                .and("corrective_action", item.correctiveAction())
                .and("confidence_score", item.confidenceScore())
                .plain();
    }

    public static Map<String, Object> of(Control control) {
        return Facts.with("control_id", control.controlId())
                .and("control_code", control.controlCode())
                .and("control_title", control.controlTitle())
                .and("control_description", control.controlDescription())
                .and("expected_evidence", control.expectedEvidence())
                .and("control_weight", control.controlWeight())
                .plain();
    }

    public static Map<String, Object> of(MappedRequirement mapped) {
        return Facts.with("requirement_code", mapped.requirement().requirementCode())
                .and("requirement_title", mapped.requirement().requirementTitle())
                .and("mapping_status", mapped.mappings().isEmpty() ? "no_official_mapping" : "official_mapping")
                .and(
                        "mappings",
                        mapped.mappings().stream()
                                .map(mapping -> Facts.with("control_code", mapping.controlCode())
                                        .and("relationship_type", mapping.relationshipType())
                                        .and("relationship_strength", mapping.strengthScore())
                                        .plain())
                                .toList())
                .plain();
    }
}
