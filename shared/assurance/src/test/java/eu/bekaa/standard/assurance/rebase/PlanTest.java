package eu.bekaa.standard.assurance.rebase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.soa.ApplicabilityStatus;
import eu.bekaa.standard.assurance.soa.EvidenceCoverage;
import eu.bekaa.standard.assurance.soa.ImplementationStatus;
import eu.bekaa.standard.assurance.soa.MappingStatus;
import eu.bekaa.standard.assurance.soa.ResponsibilityType;
import eu.bekaa.standard.assurance.soa.SoaItem;
import eu.bekaa.standard.catalog.difference.ControlMatch;
import eu.bekaa.standard.catalog.difference.ControlText;
import eu.bekaa.standard.catalog.source.RelationshipType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Whatever two catalogs say, no item is lost and none is carried over twice.
class PlanTest {
    /// A catalog of controls, and an SoA with an item for every mapping.
    private record Release(List<ControlText> controls, List<SoaItem> items) {}

    @RepeatedTest(300)
    void everyOldItemHasExactlyOneFate(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var older = release(random, new UUID(1, 0), true);
        var newer = release(random, new UUID(2, 0), false);
        var plan = Plan.of(older.items(), newer.items(), ControlMatch.all(older.controls(), newer.controls()));

        assertThat(ids(plan.lines().stream().map(Plan.Line::before).toList()))
                .containsExactlyInAnyOrderElementsOf(ids(older.items()));
        assertThat(ids(plan.lines().stream().map(Plan.Line::after).toList()))
                .containsExactlyElementsOf(ids(newer.items()));
        assertThat(plan.count(Fate.KEPT) + plan.count(Fate.REVIEW) + plan.count(Fate.RETIRED))
                .isEqualTo(older.items().size());
        assertThat(plan.lines()).allSatisfy(PlanTest::consistent);
    }

    private static void consistent(Plan.Line line) {
        var before = line.before();
        var after = line.after();
        switch (line.fate()) {
            case KEPT -> assertThat(line.changes()).isEmpty();
            case REVIEW, RETIRED, ADDED -> assertThat(line.changes()).isNotEmpty();
        }
        if (before != null && after != null) {
            assertThat(after.frameworkRequirementId()).isEqualTo(before.frameworkRequirementId());
            assertThat(after.applicabilityRationale()).isEqualTo(before.applicabilityRationale());
            assertThat(after.applicabilityStatus()).isEqualTo(before.applicabilityStatus());
            assertThat(after.evidenceSummary()).isEqualTo(before.evidenceSummary());
            assertThat(after.requiresUserValidation())
                    .isEqualTo(before.requiresUserValidation() || line.fate() == Fate.REVIEW);
        } else if (after != null) {
            assertThat(line.fate()).isEqualTo(Fate.ADDED);
            assertThat(after.applicabilityStatus()).isEqualTo(ApplicabilityStatus.REQUIRES_VALIDATION);
        } else {
            assertThat(line.fate()).isEqualTo(Fate.RETIRED);
        }
    }

    @RepeatedTest(50)
    void inTheSameVersionEverythingIsKept(RepetitionInfo repetition) {
        var release = release(new Random(repetition.getCurrentRepetition()), new UUID(1, 0), true);
        var drafted = release.items().stream()
                .map(item -> item(item.frameworkRequirementId(), item.scfControlId(), item.relationshipType(), false))
                .toList();

        var plan = Plan.of(release.items(), drafted, ControlMatch.all(release.controls(), release.controls()));

        assertThat(plan.lines()).extracting(Plan.Line::fate).containsOnly(Fate.KEPT);
    }

    private static List<UUID> ids(List<@Nullable SoaItem> items) {
        return items.stream().filter(Objects::nonNull).map(SoaItem::soaItemId).toList();
    }

    private static Release release(Random random, UUID version, boolean decided) {
        var controls = new ArrayList<ControlText>();
        for (int number = 1; number <= 8; number++) {
            if (random.nextInt(4) > 0) {
                controls.add(new ControlText(
                        new UUID(version.getMostSignificantBits(), number),
                        version,
                        "GOV-0" + number,
                        "GOV",
                        "Title " + random.nextInt(2) + number,
                        "Text " + random.nextInt(2) + number,
                        null,
                        (double) random.nextInt(2) + 5));
            }
        }
        var items = new ArrayList<SoaItem>();
        for (int number = 1; number <= 6; number++) {
            var requirement = new UUID(9, number);
            var mapped = controls.stream()
                    .filter(control -> random.nextInt(4) == 0)
                    .map(ControlText::controlId)
                    .collect(Collectors.toCollection(ArrayList::new));
            if (mapped.isEmpty() && random.nextInt(3) > 0) {
                items.add(item(requirement, null, null, decided));
            }
            mapped.forEach(control -> items.add(item(
                    requirement,
                    control,
                    random.nextInt(5) == 0 ? RelationshipType.SUBSET : RelationshipType.INTERSECTS,
                    decided)));
        }
        return new Release(controls, items);
    }

    private static SoaItem item(
            UUID requirement, @Nullable UUID control, @Nullable RelationshipType type, boolean decided) {
        var id = UUID.randomUUID();
        return new SoaItem(
                id,
                0,
                new UUID(0, 2),
                new UUID(0, 3),
                1,
                new UUID(0, 4),
                requirement,
                "R-" + requirement.getLeastSignificantBits(),
                new UUID(0, 6),
                control,
                control == null ? null : "GOV",
                decided ? ApplicabilityStatus.APPLICABLE : ApplicabilityStatus.REQUIRES_VALIDATION,
                ImplementationStatus.NOT_ASSESSED,
                decided ? "Because of " + id : null,
                null,
                null,
                decided ? "Seen by " + id : null,
                EvidenceCoverage.NOT_CHECKED,
                0,
                !decided || id.hashCode() % 2 == 0,
                null,
                null,
                control == null ? MappingStatus.NO_OFFICIAL_MAPPING : MappingStatus.OFFICIAL_MAPPING,
                type,
                null,
                ResponsibilityType.INTERNAL);
    }
}
