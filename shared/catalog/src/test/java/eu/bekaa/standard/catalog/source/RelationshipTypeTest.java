package eu.bekaa.standard.catalog.source;

import static eu.bekaa.standard.catalog.source.RelationshipType.EQUAL;
import static eu.bekaa.standard.catalog.source.RelationshipType.INTERSECTS;
import static eu.bekaa.standard.catalog.source.RelationshipType.NO_RELATION;
import static eu.bekaa.standard.catalog.source.RelationshipType.SUBSET;
import static eu.bekaa.standard.catalog.source.RelationshipType.SUPERSET;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationshipTypeTest {
    @ParameterizedTest
    @CsvSource({
        "equal, EQUAL",
        "Equal To, EQUAL",
        "direct, EQUAL",
        "subset_of, SUBSET",
        "Intersects With, INTERSECTS",
        "related, INTERSECTS",
        "intersecting, INTERSECTS",
        "superset of, SUPERSET",
        "no_relationship, NO_RELATION",
        "No Relation, NO_RELATION"
    })
    void std13_everySpellingBecomesOneOfFiveOperators(String word, RelationshipType type) {
        assertThat(RelationshipType.of(word)).contains(type);
    }

    @ParameterizedTest
    @CsvSource({"source_defined", "similar", "''"})
    void std13_aWordThatIsNoOperatorIsNone(String word) {
        assertThat(RelationshipType.of(word)).isEmpty();
    }

    @Test
    void std13_operatorsWeighAsTheContractSays() {
        assertThat(EQUAL.weight(null)).isEqualTo(1.0);
        assertThat(SUBSET.weight(0.3)).isEqualTo(1.0);
        assertThat(INTERSECTS.weight(0.7)).isEqualTo(0.7);
        assertThat(INTERSECTS.weight(null)).isEqualTo(0.5);
        assertThat(SUPERSET.weight(0.9)).isEqualTo(0.5);
        assertThat(SUPERSET.weight(0.2)).isEqualTo(0.2);
        assertThat(NO_RELATION.weight(0.9)).isZero();
    }

    @Test
    void std14_theMostAMappingCanWeigh() {
        assertThat(EQUAL.maximumWeight(null)).isEqualTo(1.0);
        assertThat(INTERSECTS.maximumWeight(0.3)).isEqualTo(0.3);
        assertThat(INTERSECTS.maximumWeight(null)).isEqualTo(0.5);
        assertThat(SUPERSET.maximumWeight(0.2)).isEqualTo(0.5);
        assertThat(NO_RELATION.maximumWeight(null)).isZero();
    }
}
