package eu.bekaa.standard.assurance.poam;

import static eu.bekaa.standard.assurance.gap.Findings.CONTROL;
import static eu.bekaa.standard.assurance.gap.Findings.EVIDENCE;
import static eu.bekaa.standard.assurance.gap.Findings.finding;
import static eu.bekaa.standard.assurance.gap.Findings.on;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.gap.AssessmentStatus;
import eu.bekaa.standard.assurance.gap.Findings;
import eu.bekaa.standard.assurance.gap.GapFinding;
import eu.bekaa.standard.assurance.gap.GapType;
import eu.bekaa.standard.assurance.gap.Severity;
import eu.bekaa.standard.catalog.MaturityCriterion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanningTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final UUID DOMAIN = new UUID(11, 11);

    @Test
    void std90_everyFindingThatAsksForWorkGetsOneItemInOrder() {
        var findings = new ArrayList<GapFinding>();
        for (var status : AssessmentStatus.values()) {
            findings.add(on(findings.size() + 1, CONTROL, status, GapType.EVIDENCE_GAP));
        }
        var plan = planning(Map.of()).draw(findings);

        assertThat(plan.items())
                .extracting(PoamItem::poamCode)
                .containsExactly("POAM-001", "POAM-002", "POAM-003", "POAM-004", "POAM-005");
        assertThat(plan.items())
                .extracting(PoamItem::requirementCode)
                .containsExactly("ID.AM-2", "ID.AM-3", "ID.AM-4", "ID.AM-6", "ID.AM-7");
    }

    @Test
    void std90_codesGrowPast999AndTheOrdinalKeepsTheOrder() {
        var findings = new ArrayList<GapFinding>();
        for (int i = 1; i <= 1001; i++) {
            findings.add(on(i, CONTROL, AssessmentStatus.PARTIALLY_MET, GapType.DOCUMENTATION_GAP));
        }
        var items = planning(Map.of()).draw(findings).items();

        assertThat(items.getLast().poamCode()).isEqualTo("POAM-1001");
        assertThat(items).extracting(PoamItem::ordinal).isSorted();
    }

    @Test
    void std90_metFindingsGetOptionalImprovementsOnlyWhenAskedFor() {
        var met = on(1, CONTROL, AssessmentStatus.MET, GapType.NO_GAP);
        var notApplicable = on(2, CONTROL, AssessmentStatus.NOT_APPLICABLE_JUSTIFIED, GapType.NOT_APPLICABLE);

        assertThat(planning(Map.of(CONTROL, 3)).draw(List.of(met)).items()).isEmpty();
        var item = improving(3).draw(List.of(met, notApplicable)).items();
        assertThat(item).hasSize(1);
        assertThat(item.getFirst().actionType()).isEqualTo(ActionType.MONITORING_IMPROVEMENT);
        assertThat(improving(2).draw(List.of(met)).items().getFirst().actionType())
                .isEqualTo(ActionType.PROCEDURE_CREATION);
        assertThat(improving(4).draw(List.of(met)).items()).isEmpty();
    }

    @Test
    void std93_theDueDateAddsPriorityAndEffort() {
        var evidence = draw(
                finding(
                        1,
                        AssessmentStatus.NOT_EVIDENCED,
                        GapType.EVIDENCE_GAP,
                        Severity.MEDIUM,
                        0,
                        CONTROL,
                        EVIDENCE,
                        "None."),
                0);
        assertThat(evidence.priority()).isEqualTo(Priority.HIGH);
        assertThat(evidence.effortEstimate()).isEqualTo(EffortEstimate.SMALL);
        assertThat(evidence.dueDate()).isEqualTo(TODAY.plusDays(60));

        var policy = draw(finding(AssessmentStatus.PARTIALLY_MET, GapType.DOCUMENTATION_GAP, Severity.LOW), null);
        assertThat(policy.dueDate()).isEqualTo(TODAY.plusDays(180 + 15));

        var technical = draw(finding(AssessmentStatus.NOT_MET, GapType.IMPLEMENTATION_GAP, Severity.CRITICAL), null);
        assertThat(technical.priority()).isEqualTo(Priority.URGENT);
        assertThat(technical.dueDate()).isEqualTo(TODAY.plusDays(30 + 30));
    }

    @Test
    void std94_everyItemHasAFirstMilestone() {
        var plan = planning(Map.of()).draw(List.of(on(1, CONTROL, AssessmentStatus.NOT_MET, GapType.TECHNICAL_GAP)));

        assertThat(plan.milestones()).hasSize(1);
        var milestone = plan.milestones().getFirst();
        assertThat(milestone.milestoneCode()).isEqualTo("POAM-001-M1");
        assertThat(milestone.dueDate()).isBetween(TODAY, plan.items().getFirst().dueDate());
        assertThat(milestone.acceptanceCriteria()).isNotEmpty();
        assertThat(milestone.expectedEvidence()).isNotEmpty();
    }

    @Test
    void std94_evidenceIsRelatedToTechnicalWorkOnTheSameControl() {
        var other = new UUID(1, 2);
        var plan = planning(Map.of())
                .draw(List.of(
                        on(1, CONTROL, AssessmentStatus.NOT_EVIDENCED, GapType.EVIDENCE_GAP),
                        on(2, other, AssessmentStatus.NOT_EVIDENCED, GapType.EVIDENCE_GAP),
                        on(3, CONTROL, AssessmentStatus.NOT_MET, GapType.TECHNICAL_GAP)));

        assertThat(plan.dependencies()).hasSize(1);
        var dependency = plan.dependencies().getFirst();
        assertThat(dependency.poamItemId()).isEqualTo(plan.items().getFirst().poamItemId());
        assertThat(dependency.dependsOnCode()).isEqualTo("POAM-003");
        assertThat(dependency.dependencyType()).isEqualTo(DependencyType.RELATED_TO);
        assertThat(plan.items().getFirst().dependenciesSummary()).contains("POAM-003");
        assertThat(plan.items().get(1).dependenciesSummary()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 3", "2, 3", "3, 4", "4,", "5,", ","})
    void std95_theTargetIsTheNextLevelWorthHaving(@Nullable Integer level, @Nullable Integer target) {
        assertThat(Planning.target(level)).isEqualTo(target);
    }

    @Test
    void std95_theCatalogSaysWhatTheTargetLevelTakes() {
        var found = finding(AssessmentStatus.PARTIALLY_MET, GapType.DOCUMENTATION_GAP, Severity.LOW);

        assertThat(draw(found, 2).acceptanceCriteria())
                .contains("Maturity level 3 of AST-02: Inventories are complete.");
        assertThat(draw(found, 3).acceptanceCriteria()).noneMatch(line -> line.startsWith("Maturity level"));
        assertThat(draw(found, 2).scfDomainId()).isEqualTo(DOMAIN);
    }

    @Test
    void theSameFindingsOnTheSameDayGiveTheSamePlan() {
        var findings = List.of(
                on(1, CONTROL, AssessmentStatus.NOT_EVIDENCED, GapType.EVIDENCE_GAP),
                on(2, CONTROL, AssessmentStatus.NOT_MET, GapType.TECHNICAL_GAP));

        assertThat(planning(Map.of()).draw(findings))
                .isEqualTo(planning(Map.of()).draw(findings));
    }

    private static PoamItem draw(GapFinding finding, @Nullable Integer level) {
        return planning(level == null ? Map.of() : Map.of(CONTROL, level))
                .draw(List.of(finding))
                .items()
                .getFirst();
    }

    private static Planning planning(Map<UUID, Integer> levels) {
        return planning(levels, false);
    }

    private static Planning improving(int level) {
        return planning(Map.of(CONTROL, level), true);
    }

    private static Planning planning(Map<UUID, Integer> levels, boolean improvements) {
        var ids = new AtomicLong();
        return new Planning(
                new UUID(12, 12),
                TODAY,
                improvements,
                levels,
                Map.of(CONTROL, List.of(new MaturityCriterion(CONTROL, 3, "- Inventories are complete.", true))),
                control -> DOMAIN,
                finding -> Findings.subject("Mechanisms exist to keep inventories."),
                () -> new UUID(13, ids.incrementAndGet()));
    }
}
