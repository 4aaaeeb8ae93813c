package eu.bekaa.standard.function.docs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.kernel.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ErrorPageTest {
    private static final Path PAGE = Path.of("../../docs/errors.md");

    @Test
    void everyCodeIsExplained() {
        assertThat(ErrorPage.all()).extracting(ErrorPage::code).containsExactlyInAnyOrder(ErrorCode.values());
        assertThat(ErrorPage.all()).allSatisfy(page -> {
            assertThat(page.meaning()).endsWith(".");
            assertThat(page.remedy()).endsWith(".");
        });
    }

    @Test
    void thePageSaysWhatTheListSays() throws IOException {
        var made = Files.writeString(Path.of("target/errors.md"), ErrorPage.markdown());
        assertThat(Files.readString(PAGE)).as("docs/errors.md; copy " + made).isEqualTo(ErrorPage.markdown());
    }

    @Test
    void theServedPageExplainsEachCodeAtItsAnchor() {
        for (var code : ErrorCode.values()) {
            assertThat(ErrorPage.html()).contains("<tr id=\"" + code + "\">");
        }
    }
}
