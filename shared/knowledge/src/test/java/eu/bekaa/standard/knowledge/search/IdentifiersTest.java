package eu.bekaa.standard.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where do we address PR.AC-1?|PR.AC-1",
                "evidence for IAC-10.2 please|IAC-10.2",
                "AC-2(1) automated accounts|AC-2(1)",
                "Are we affected by CVE-2024-3094?|CVE-2024-3094",
                "HIPAA 164.308(a)(8) evaluation|164.308(a)(8)",
                "Annex A.8.16 monitoring|A.8.16",
                "section 12.4.1 of the manual|12.4.1",
                "Are we certified to ISO 27001?|ISO 27001",
                "the phrase “change freeze” exactly|change freeze"
            })
    void itFindsWhatIsNamedExactly(String query, String identifier) {
        assertThat(Identifiers.of(query).values()).containsExactly(identifier);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How is multi-factor authentication enforced?",
                "What changed in version 2.1 of the policy?",
                "Do WEB-BASED systems log PII?",
                "Backups every 24 hours"
            })
    void aPlainQuestionNamesNothing(String query) {
        assertThat(Identifiers.of(query).isEmpty()).isTrue();
    }

    @Test
    void anIdentifierIsFoundWholeOrNotAtAll() {
        var wanted = Identifiers.of("AC-2");
        assertThat(wanted.in("We follow ac-2.")).containsExactly("AC-2");
        assertThat(wanted.in("(AC-2)")).isNotEmpty();
        assertThat(wanted.in("See AC-20, AC-2.1, AC-2(1) and MAC-2.")).isEmpty();
    }
}
