package eu.bekaa.standard.function.assessments;

import static eu.bekaa.standard.function.assessments.Conversation.text;

import eu.bekaa.standard.function.assessments.Analysed.Line;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Something that one person can change, in two ways.
record Editable(
        Conversation assessor, UUID assessment, String path, Map<String, Object> one, Map<String, Object> other) {
    @Override
    public String toString() {
        return path;
    }

    /// Every kind of thing that an assessor can change.
    @Singleton
    record Everything(Desk.Office office, Statement statement) {
        List<Editable> all() {
            var opening = statement.open();
            var scope = opening.assessor.post(
                    201, opening.assessmentPath() + "/scope", Map.of("title", "Platform", "description", "All of it."));
            var soa = opening.draft();
            var gaps = office.desk(Line.strong("ID.AM-1", "AST-01"), Line.absent("ID.AM-2", "AST-02"));
            var finding = gaps.findings(text(gaps.draftedGap(), "gap_analysis_version_id"))
                    .getFirst();
            var plans = office.desk(Line.strong("ID.AM-1", "AST-01"), Line.absent("ID.AM-2", "AST-02"));
            var gap = plans.approvedGap();
            var scores = plans.base() + "/maturity-versions/" + plans.draftedMaturity() + "/scores";
            var score = plans.assessor().list(scores).getFirst();
            var item = text(
                    plans.items(text(plans.draftedPlan(gap), "poam_version_id")).getFirst(), "poam_item_id");
            var milestone =
                    plans.assessor().list("/poam-items/" + item + "/milestones").getFirst();
            var opened = opening.ground.assessmentId();
            return List.of(
                    of(opening.assessor, opened, opening.assessmentPath(), "name"),
                    of(opening.assessor, opened, "/scopes/" + text(scope, "scope_id"), "title"),
                    of(
                            opening.assessor,
                            opened,
                            "/soa/items/" + text(opening.item(soa, "R-2"), "soa_item_id"),
                            "validation_notes"),
                    on(gaps, "/gap-analysis/findings/" + text(finding, "gap_finding_id"), "gap_summary"),
                    on(plans, scores + "/" + text(score, "maturity_score_id"), "rationale"),
                    on(plans, "/poam/items/" + item, "corrective_action"),
                    on(plans, "/poam-milestones/" + text(milestone, "poam_milestone_id"), "title"));
        }

        private static Editable on(Desk desk, String path, String field) {
            return of(desk.assessor(), desk.assessed().assessmentId(), path, field);
        }

        private static Editable of(Conversation assessor, UUID assessment, String path, String field) {
            return new Editable(
                    assessor,
                    assessment,
                    path,
                    Map.of(field, "One person's words for it."),
                    Map.of(field, "Another person's words for it."));
        }
    }
}
