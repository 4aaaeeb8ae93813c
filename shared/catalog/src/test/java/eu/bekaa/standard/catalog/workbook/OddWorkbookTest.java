package eu.bekaa.standard.catalog.workbook;

import static eu.bekaa.standard.catalog.workbook.WorkbookFile.HEADER;
import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.catalog.source.RelationshipType;
import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.catalog.source.ScfContent.Mapping;
import eu.bekaa.standard.catalog.source.SourceWarning;
import eu.bekaa.standard.catalog.source.SourceWarning.Rule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a workbook may hold that no publisher intended.
class OddWorkbookTest {
    @TempDir
    Path directory = Path.of("");

    private ScfContent read(Object[]... rows) {
        return ScfWorkbook.read(new WorkbookFile().sheet("SCF 2099.1", rows).in(directory));
    }

    private static Object[] row(Object csf, Object pci) {
        return new Object[] {"Governance", "Programme", "GOV-01", "A programme is run.", 10, csf, pci};
    }

    private static List<String> references(ScfContent content, int framework) {
        return content.frameworks().get(framework).mappings().stream()
                .map(Mapping::requirementCode)
                .toList();
    }

    private static SourceWarning only(ScfContent content, Rule rule) {
        return content.warnings().stream()
                .filter(warning -> warning.rule() == rule)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNumberIsRoundedToWhatASpreadsheetHolds() {
        var content = read(HEADER, row("ID.GV-1", 5.0999999999999996));

        assertThat(references(content, 1)).containsExactly("5.1");
        assertThat(only(content, Rule.NUMBER_CELL))
                .isEqualTo(new SourceWarning(
                        Rule.NUMBER_CELL,
                        "SCF 2099.1",
                        2,
                        "G",
                        "Stored as the number 5.1: a trailing zero may be lost."));
    }

    @Test
    void referencesAreReadLineByLineWithoutBlanksAndOnce() {
        var content = read(HEADER, row(" ID.GV-1 \n\nID.GV-2\u00a0\nID.GV-1", ""));

        assertThat(references(content, 0)).containsExactly("ID.GV-1", "ID.GV-2");
        assertThat(only(content, Rule.PADDED_CELL).column()).isEqualTo("F");
        assertThat(only(content, Rule.REPEATED_REFERENCE).message()).isEqualTo("Repeats ID.GV-1.");
    }

    @Test
    void aFormulaGivesItsStoredResult() {
        var content = read(HEADER, row("=CONCATENATE(\"ID.\",\"GV-1\")", ""));

        assertThat(references(content, 0)).containsExactly("ID.GV-1");
        assertThat(only(content, Rule.FORMULA_CELL).row()).isEqualTo(2);
    }

    @Test
    void lineBreaksInHeadersAreToldAndRead() {
        var content = read(HEADER, row("ID.GV-1", "2.4"));

        assertThat(content.frameworks().getFirst().name()).isEqualTo("NIST CSF v1.1");
        assertThat(only(content, Rule.HEADER_WHITE_SPACE).row()).isEqualTo(1);
    }

    @Test
    void std13_aWorkbookWithoutOperatorsClaimsNoStrength() {
        var mapping = read(HEADER, row("ID.GV-1", ""))
                .frameworks()
                .getFirst()
                .mappings()
                .getFirst();

        assertThat(mapping.type()).isEqualTo(RelationshipType.INTERSECTS);
        assertThat(mapping.strength()).isNull();
        assertThat(mapping.operatorStated()).isFalse();
    }

    @Test
    void domainSpellingsAreOneDomain() {
        var content = read(
                HEADER,
                new Object[] {"Asset Management ", "One", "AST-01", "Text.", 5, "ID.AM-1", ""},
                new Object[] {"Asset Management ", "Two", "AST-02", "Text.", 5, "ID.AM-2", ""},
                new Object[] {"Asset  Management", "Three", "AST-03", "Text.", 5, "ID.AM-3", ""});

        assertThat(content.domains())
                .singleElement()
                .satisfies(domain -> assertThat(domain.code()).isEqualTo("AST"));
        assertThat(only(content, Rule.DOMAIN_SPELLING).row()).isEqualTo(4);
    }

    @Test
    void anotherSheetWithControlNumbersIsNotTheControlSheet() {
        var content = ScfWorkbook.read(new WorkbookFile()
                .sheet(
                        "Privacy",
                        new Object[] {"SCF Domain", "SCF Control", "SCF #", "Control Description", "GAPP"},
                        new Object[] {"Privacy", "Notice", "PRI-01", "Text.", "2.1"})
                .sheet("Notes", new Object[] {"anything"})
                .sheet("SCF 2099.2", HEADER, row("ID.GV-1", ""))
                .in(directory));

        assertThat(content.release()).isEqualTo("2099.2");
        assertThat(only(content, Rule.OTHER_CONTROL_SHEET))
                .isEqualTo(new SourceWarning(
                        Rule.OTHER_CONTROL_SHEET,
                        "Privacy",
                        1,
                        "C",
                        "Lists controls too; the control sheet is \"SCF 2099.2\"."));
        assertThat(content.controls())
                .singleElement()
                .satisfies(control -> assertThat(control.code()).isEqualTo("GOV-01"));
    }

    @Test
    void theSameControlSheetReadsTheSameAsCsv() {
        var csv = """
                SCF Domain,SCF Control,SCF #,"Secure Controls Framework (SCF)
                Control Description",Relative Control Weighting,NIST CSF v1.1\r
                Governance,"Programme, written",GOV-01,"A ""programme"" is run.",10,"ID.GV-1
                ID.GV-2"\r
                """;

        var content = ScfWorkbook.readCsv(csv);

        assertThat(content.controls()).singleElement().satisfies(control -> {
            assertThat(control.title()).isEqualTo("Programme, written");
            assertThat(control.description()).isEqualTo("A \"programme\" is run.");
            assertThat(control.weight()).isEqualTo(10.0);
        });
        assertThat(references(content, 0)).containsExactly("ID.GV-1", "ID.GV-2");
    }

    @Test
    void evidenceThatOneSideForgetsIsToldOnBoth() {
        var content = ScfWorkbook.read(new WorkbookFile()
                .sheet(
                        "SCF 2099.1",
                        new Object[] {
                            "SCF Domain", "SCF Control", "SCF #", "Control Description", "Evidence Request List (ERL) #"
                        },
                        new Object[] {"Governance", "One", "GOV-01", "Text.", "E-GOV-01\nE-GOV-02"},
                        new Object[] {"Governance", "Two", "GOV-02", "Text.", ""})
                .sheet(
                        "ERL",
                        new Object[] {
                            "ERL #",
                            "Area of Focus",
                            "Documentation Artifact",
                            "Artifact Description",
                            "SCF Control Mappings"
                        },
                        new Object[] {"E-GOV-01", "Programme", "Charter", "The charter.", "GOV-01\nGOV-02"},
                        new Object[] {"E-GOV-02", "Programme", "Plan", "The plan.", ""})
                .in(directory));

        assertThat(only(content, Rule.EVIDENCE_ONLY_ON_CONTROL))
                .satisfies(warning -> assertThat(warning.message()).contains("GOV-01", "E-GOV-02"));
        assertThat(only(content, Rule.EVIDENCE_ONLY_ON_LIST))
                .satisfies(warning -> assertThat(warning.message()).contains("GOV-02", "E-GOV-01"));
        assertThat(content.controls().getFirst().evidenceRequests()).containsExactly("E-GOV-01", "E-GOV-02");
    }
}
