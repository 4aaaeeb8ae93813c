package eu.bekaa.standard.catalog.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodesTest {
    @Test
    void codesSortAsPeopleCount() {
        var sorted = List.of("A.5.10", "PR.AC-1", "A.5.9", "12.10", "12.2", "PR.AC-10", "PR.AC-2", "2").stream()
                .sorted(Comparator.comparing(Codes::naturalOrder))
                .toList();

        assertThat(sorted).containsExactly("2", "12.2", "12.10", "A.5.9", "A.5.10", "PR.AC-1", "PR.AC-2", "PR.AC-10");
    }

    @Test
    void std11_aFrameworksCodeIgnoresBlanksCaseAndBrackets() {
        assertThat(Codes.framework("US\nFedRAMP\n[moderate]"))
                .isEqualTo(Codes.framework(" US  FedRAMP (Moderate)"))
                .isEqualTo("US FEDRAMP (MODERATE)");
    }

    @Test
    void invisibleBlanksAreBlanks() {
        assertThat(Codes.trimmed("\u00a0 ID.AM-1\u200b\n")).isEqualTo("ID.AM-1");
        assertThat(Codes.oneLine("#\u00a0")).isEqualTo("#");
    }
}
