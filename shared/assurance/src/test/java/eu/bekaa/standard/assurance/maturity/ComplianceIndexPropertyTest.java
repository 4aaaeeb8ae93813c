package eu.bekaa.standard.assurance.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Header;
import eu.bekaa.standard.assurance.review.Sources;
import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.catalog.Framework;
import eu.bekaa.standard.catalog.MappingWeight;
import eu.bekaa.standard.catalog.RecordStatus;
import eu.bekaa.standard.catalog.source.RelationshipType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every framework, whatever is mapped to it and however mature the controls are.
class ComplianceIndexPropertyTest {
    private static final int FRAMEWORKS = 300;
    private static final int CONTROLS = 12;
    private static final UUID ID = new UUID(1, 1);
    private static final Framework FRAMEWORK = new Framework(
            ID, "NIST CSF V1.1", "NIST CSF", null, null, null, null, null, null, RecordStatus.ACTIVE, true);
    private static final Version VERSION = new Version.Draft(new Header(
            ID,
            ID,
            ID,
            ArtifactKind.MATURITY_ASSESSMENT,
            1,
            ID,
            Instant.EPOCH,
            new Sources(ID, ID, null, null, null, null, null),
            Map.of(),
            null,
            null,
            "test-trace"));

    /// @param seed gives the same case again
    record Case(int seed, List<MappingWeight> mappings, Map<UUID, Integer> levels) {
        @Nullable
        Double index(Map<UUID, Integer> other) {
            return ComplianceIndex.of(VERSION, FRAMEWORK, mappings, other).complianceIndex();
        }
    }

    static Stream<Case> cases() {
        return IntStream.range(0, FRAMEWORKS).mapToObj(seed -> {
            var random = new Random(seed);
            var mappings = IntStream.rangeClosed(0, random.nextInt(40))
                    .mapToObj(number -> mapping(random))
                    .toList();
            var levels = new HashMap<UUID, Integer>();
            IntStream.range(0, CONTROLS)
                    .filter(control -> random.nextInt(5) > 0)
                    .forEach(control -> levels.put(new UUID(2, control), random.nextInt(6)));
            return new Case(seed, mappings, levels);
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void std13_noMappingWeighsMoreThanItsOperatorAllows(Case drawn) {
        assertThat(drawn.mappings()).allSatisfy(mapping -> {
            assertThat(mapping.weight()).isBetween(0.0, mapping.maximumWeight());
            assertThat(mapping.maximumWeight()).isLessThanOrEqualTo(1);
            assertThat(mapping.weight() == 0).isEqualTo(mapping.relationshipType() == RelationshipType.NO_RELATION);
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void std14_theIndexLiesBetweenNothingAndAllAndGrowsWithMaturity(Case drawn) {
        var index = drawn.index(drawn.levels());
        if (index == null) {
            assertThat(drawn.mappings())
                    .allMatch(mapping -> mapping.relationshipType() == RelationshipType.NO_RELATION);
            return;
        }
        var raised = new HashMap<>(drawn.levels());
        raised.replaceAll((control, level) -> Math.min(5, level + 1));
        assertThat(index).isBetween(0.0, 1.0).isLessThanOrEqualTo(drawn.index(raised));
        assertThat(drawn.index(Map.of())).isZero();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void std14_whatIsUnrelatedAndTheOrderOfMappingsChangeNothing(Case drawn) {
        var related = drawn.mappings().reversed().stream()
                .filter(mapping -> mapping.relationshipType() != RelationshipType.NO_RELATION)
                .toList();
        var index = drawn.index(drawn.levels());
        var without = new Case(drawn.seed(), related, drawn.levels()).index(drawn.levels());
        if (index == null || without == null) {
            assertThat(without).isEqualTo(index);
        } else {
            assertThat(without).isCloseTo(index, within(0.0001));
        }
    }

    private static MappingWeight mapping(Random random) {
        var types = RelationshipType.values();
        var control = random.nextInt(CONTROLS);
        var strength = random.nextInt(4) == 0 ? null : (1 + random.nextInt(9)) / 10.0;
        return new MappingWeight(new UUID(2, control), types[random.nextInt(types.length)], strength);
    }
}
