package eu.bekaa.standard.assurance.poam;

import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.gap.RiskCategory;
import eu.bekaa.standard.assurance.gap.Subject;
import eu.bekaa.standard.catalog.MaturityCriterion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Draws up a plan from the findings of an approved gap analysis (STD-90 to STD-95). The same findings on the same day
/// give the same plan.
/// @param version             the POA&M version the items belong to
/// @param today               the day from which due dates count
/// @param optionalImprovements whether met findings get items that raise their maturity
/// @param levels              maturity level by control; empty without a maturity assessment
/// @param criteria            what the catalog expects at each level, by control
/// @param domains             domain of a control
/// @param subjects            what a finding is about
record Planning(
        UUID version,
        LocalDate today,
        boolean optionalImprovements,
        Map<UUID, Integer> levels,
        Map<UUID, List<MaturityCriterion>> criteria,
        Function<@Nullable UUID, @Nullable UUID> domains,
        Function<GapFinding, Subject> subjects,
        Supplier<UUID> ids) {
    private static final OwnerRoles OWNERS = new OwnerRoles();

    /// A plan not yet stored.
    record Plan(List<PoamItem> items, List<PoamMilestone> milestones, List<PoamDependency> dependencies) {}

    /// A finding that asks for work, in its place in the plan.
    private record Answer(int ordinal, GapFinding finding, ActionType action) {}

    Plan draw(List<GapFinding> findings) {
        var answers = answers(findings);
        var technical = technical(answers);
        var items = new ArrayList<PoamItem>();
        var milestones = new ArrayList<PoamMilestone>();
        for (var answer : answers) {
            var finding = answer.finding();
            var subject = subjects.apply(finding);
            var remedy =
                    Remedy.of(answer.action(), subject, finding.assessmentStatus(), finding.gapCode(), owner(finding));
            var item = item(answer, subject, remedy, dependenciesSummary(answer, technical));
            items.add(item);
            milestones.add(first(item, remedy));
        }
        return new Plan(List.copyOf(items), milestones, dependencies(items));
    }

    private List<Answer> answers(List<GapFinding> findings) {
        var answers = new ArrayList<Answer>();
        for (var finding : findings) {
            action(finding).ifPresent(action -> answers.add(new Answer(answers.size() + 1, finding, action)));
        }
        return answers;
    }

    private static Map<UUID, List<String>> technical(List<Answer> answers) {
        var codes = new HashMap<UUID, List<String>>();
        for (var answer : answers) {
            var control = answer.finding().scfControlId();
            if (answer.action() == ActionType.TECHNICAL_IMPLEMENTATION && control != null) {
                codes.computeIfAbsent(control, id -> new ArrayList<>()).add(PoamItem.code(answer.ordinal()));
            }
        }
        return codes;
    }

    /// Evidence on a control that technical work will change is collected with that work in view (STD-94).
    private static @Nullable String dependenciesSummary(Answer answer, Map<UUID, List<String>> technical) {
        var control = answer.finding().scfControlId();
        if (answer.action() != ActionType.EVIDENCE_COLLECTION || control == null || !technical.containsKey(control)) {
            return null;
        }
        var codes = technical.getOrDefault(control, List.of());
        return "Related to the technical work of " + String.join(", ", codes) + ".";
    }

    /// The level to aim at (STD-95): 3 from 0, 1 and 2; 4 from 3; none beyond.
    static @Nullable Integer target(@Nullable Integer level) {
        if (level == null || level > 3) {
            return null;
        }
        return level == 3 ? 4 : 3;
    }

    private Optional<ActionType> action(GapFinding finding) {
        var answer = ActionType.answering(finding.assessmentStatus(), finding.gapType());
        var level = level(finding);
        if (answer.isPresent() || !optionalImprovements || level == null) {
            return answer;
        }
        return finding.assessmentStatus().applies() ? ActionType.raising(level) : Optional.empty();
    }

    private PoamItem item(Answer answer, Subject subject, Remedy remedy, @Nullable String dependenciesSummary) {
        var finding = answer.finding();
        var action = answer.action();
        var level = level(finding);
        var points = PriorityPoints.of(finding, subject, level);
        var priority = points.priority();
        var effort = EffortEstimate.of(action, finding.severity());
        var due = today.plusDays(priority.days() + effort.days());
        return new PoamItem(
                ids.get(),
                0,
                finding.organizationId(),
                version,
                answer.ordinal(),
                PoamItem.code(answer.ordinal()),
                finding.gapFindingId(),
                finding.soaItemId(),
                finding.frameworkRequirementId(),
                finding.requirementCode(),
                finding.scfControlId(),
                finding.controlCode(),
                domains.apply(finding.scfControlId()),
                remedy.correctiveAction(),
                action,
                priority,
                finding.severity(),
                RiskCategory.of(finding.residualRiskScore()),
                effort,
                null,
                owner(finding),
                due,
                target(level),
                remedy.expectedEvidence(),
                acceptanceCriteria(finding, subject, remedy, target(level)),
                dependenciesSummary,
                ItemStatus.DRAFT,
                Rationale.of(finding, subject, points, effort, today),
                finding.confidenceScore(),
                action == ActionType.VALIDATION_REQUIRED || finding.requiresUserValidation(),
                null);
    }

    private List<String> acceptanceCriteria(
            GapFinding finding, Subject subject, Remedy remedy, @Nullable Integer target) {
        var all = new ArrayList<>(remedy.acceptanceCriteria());
        var ofControl = finding.scfControlId() == null
                ? List.<MaturityCriterion>of()
                : criteria.getOrDefault(finding.scfControlId(), List.of());
        AcceptanceCriteria.ofLevel(target, subject, ofControl).ifPresent(all::add);
        return all;
    }

    private PoamMilestone first(PoamItem item, Remedy remedy) {
        var due = item.dueDate() == null ? today : item.dueDate();
        var halfway = today.plusDays((due.toEpochDay() - today.toEpochDay()) / 2);
        var criteria = remedy.acceptanceCriteria().subList(0, 1);
        var evidence = remedy.expectedEvidence().subList(0, 1);
        var text = new PoamMilestone.Text(remedy.firstStep(), remedy.correctiveAction(), halfway, criteria, evidence);
        return PoamMilestone.of(ids.get(), item, 1, text);
    }

    private List<PoamDependency> dependencies(List<PoamItem> items) {
        return items.stream()
                .filter(item -> item.dependenciesSummary() != null)
                .flatMap(item -> items.stream()
                        .filter(other -> other.actionType() == ActionType.TECHNICAL_IMPLEMENTATION)
                        .filter(other -> Objects.equals(other.scfControlId(), item.scfControlId()))
                        .map(other -> related(item, other)))
                .toList();
    }

    private PoamDependency related(PoamItem item, PoamItem other) {
        return new PoamDependency(
                ids.get(),
                item.organizationId(),
                version,
                item.poamItemId(),
                other.poamItemId(),
                other.poamCode(),
                DependencyType.RELATED_TO);
    }

    private @Nullable Integer level(GapFinding finding) {
        return finding.scfControlId() == null ? null : levels.get(finding.scfControlId());
    }

    private static String owner(GapFinding finding) {
        return OWNERS.of(finding.controlCode());
    }
}
