package eu.bekaa.standard.assurance.gap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {
    @ParameterizedTest
    @CsvSource({
        "Mechanisms exist to keep an inventory of assets., keep an inventory of assets",
        "Automated mechanisms exist to detect new assets. , detect new assets",
        "Physical access control mechanisms exist to enforce entry rules., enforce entry rules",
        "[deprecated - incorporated into AST-01], put Asset Inventories into effect"
    })
    void anObjectiveIsWhatTheCatalogSaysTheMechanismsAreFor(String description, String objective) {
        assertThat(Findings.subject(description).objective()).isEqualTo(objective);
    }

    @Test
    void namesAreThoseOfTheCatalogOnOneLine() {
        var subject = Findings.subject("Mechanisms exist to:\n- find;\n- list assets.");

        assertThat(subject.requirement()).isEqualTo("NIST CSF v1.1 ID.AM-1");
        assertThat(subject.answeredBy()).isEqualTo("AST-02 (Asset Inventories)");
        assertThat(subject.objective()).isEqualTo("find; list assets");
    }

    @Test
    void aRequirementWithoutAControlSpeaksForItself() {
        var subject = new Subject("NIST CSF v1.1", "ID.AM-9", "ID.AM-9", null);

        assertThat(subject.answeredBy()).isEqualTo("NIST CSF v1.1 ID.AM-9");
        assertThat(subject.objective()).isEqualTo("meet NIST CSF v1.1 ID.AM-9");
    }

    @Test
    void anEndlessDescriptionIsCutAtAWord() {
        var objective = Findings.subject("Mechanisms exist to " + "log and ".repeat(100))
                .objective();

        assertThat(objective).hasSizeLessThan(403).endsWith(" …");
        assertThat(Findings.subject("Mechanisms exist to " + "x".repeat(900)).objective())
                .hasSizeLessThan(403);
    }
}
