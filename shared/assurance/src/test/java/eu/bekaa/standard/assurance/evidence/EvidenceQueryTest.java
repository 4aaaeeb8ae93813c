package eu.bekaa.standard.assurance.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.catalog.Control;
import eu.bekaa.standard.catalog.RecordStatus;
import eu.bekaa.standard.catalog.Requirement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceQueryTest {
    private static final String DOMAIN = "Asset Management";

    @Test
    void aControlIsAskedAboutByDomainNameAndDescription() {
        assertThat(EvidenceQuery.about(
                        control("Asset Inventories", " Mechanisms exist to\n inventory assets.", "Is there?"), DOMAIN))
                .isEqualTo("Asset Management: Asset Inventories. Mechanisms exist to inventory assets.");
    }

    @Test
    void withoutADescriptionItsQuestionServes() {
        assertThat(EvidenceQuery.about(control("Asset Inventories", null, "Are assets inventoried?"), DOMAIN))
                .isEqualTo("Asset Management: Asset Inventories. Are assets inventoried?");
        assertThat(EvidenceQuery.about(control("Asset Inventories", null, null), DOMAIN))
                .isEqualTo("Asset Management: Asset Inventories");
    }

    @Test
    void aVeryLongDescriptionIsCut() {
        assertThat(EvidenceQuery.about(control("T", "word ".repeat(1_000), null), DOMAIN))
                .hasSizeLessThanOrEqualTo(1_200);
    }

    @Test
    void aRequirementIsAskedAboutByItsWordsNeverByItsNumber() {
        assertThat(EvidenceQuery.about(requirement("ID.AM-1", "ID.AM-1", null))).isEmpty();
        assertThat(EvidenceQuery.about(requirement("ID.AM-1", "ID.AM-1", "Devices are inventoried.")))
                .contains("Devices are inventoried.");
        assertThat(EvidenceQuery.about(requirement("5.9", "Inventory", "Of assets.")))
                .contains("Inventory. Of assets.");
    }

    private static Control control(String title, @Nullable String description, @Nullable String question) {
        return new Control(
                new UUID(0, 1),
                new UUID(0, 2),
                new UUID(0, 3),
                "AST-02",
                title,
                description,
                question,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                RecordStatus.ACTIVE,
                false);
    }

    private static Requirement requirement(String code, String title, @Nullable String text) {
        return new Requirement(
                new UUID(0, 4), new UUID(0, 5), code, title, text, false, null, RecordStatus.ACTIVE, false);
    }
}
