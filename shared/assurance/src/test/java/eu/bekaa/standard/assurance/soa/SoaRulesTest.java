package eu.bekaa.standard.assurance.soa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SoaRulesTest {
    private static final SoaLine NEW = SoaLine.of(Items.NEW);

    private static SoaLine line(ApplicabilityStatus applicability, @Nullable String rationale) {
        return SoaLine.of(Items.with(applicability, rationale));
    }

    @Test
    void std63_unjustifiedItemsBlockAReviewWhateverTheException() {
        var items =
                List.of(line(ApplicabilityStatus.NOT_APPLICABLE, null), line(ApplicabilityStatus.OUT_OF_SCOPE, null));

        assertThat(SoaRules.blockers(items, "we know"))
                .containsExactly(
                        "ID.AM-1 / AST-02 is not applicable without a non_applicability_rationale.",
                        "ID.AM-1 / AST-02 is out of scope without a scope_rationale.");
    }

    @Test
    void std63_anUndecidedItemBlocksUntilTheExceptionIsExplained() {
        var items = List.of(line(ApplicabilityStatus.TO_BE_DEFINED, null));

        assertThat(SoaRules.blockers(items, null)).hasSize(1).first().asString().contains("to be defined");
        assertThat(SoaRules.blockers(items, "  ")).hasSize(1);
        assertThat(SoaRules.blockers(items, "Decided after the merger.")).isEmpty();
    }

    @Test
    void std63_justifiedAndUnvalidatedItemsBlockNothing() {
        assertThat(SoaRules.blockers(
                        List.of(
                                NEW,
                                line(ApplicabilityStatus.NOT_APPLICABLE, "No cards."),
                                line(ApplicabilityStatus.OUT_OF_SCOPE, "Assessed elsewhere."),
                                line(ApplicabilityStatus.APPLICABLE, null)),
                        null))
                .isEmpty();
    }

    @Test
    void std63_uncheckedEvidenceIsAWarning() {
        assertThat(SoaRules.warnings(List.of(NEW))).contains("1 item without a look at the evidence (not_checked).");
        assertThat(SoaRules.warnings(List.of(line(ApplicabilityStatus.NOT_APPLICABLE, "No cards."))))
                .isEmpty();
    }

    @Test
    void anEmptyVersionCannotBeReviewed() {
        assertThat(SoaRules.blockers(List.of(), null)).containsExactly("The version has no items.");
    }

    @Test
    void manyItemsAreCountedNotListed() {
        var items = Collections.nCopies(250, line(ApplicabilityStatus.TO_BE_DEFINED, null));

        assertThat(SoaRules.blockers(items, null))
                .hasSize(101)
                .last()
                .asString()
                .contains("150 more");
    }
}
