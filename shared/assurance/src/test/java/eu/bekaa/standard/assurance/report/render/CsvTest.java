package eu.bekaa.standard.assurance.report.render;

import static org.assertj.core.api.Assertions.assertThat;

import eu.bekaa.standard.assurance.report.content.Dataset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\r=1", "'=1", "''+1", "|cmd", "%0A", "＝1"})
    void whatBeginsLikeAFormulaIsMadeTextAndCanBeGivenBack(String text) {
        var neutral = Csv.neutral(text);

        assertThat(neutral).startsWith("'");
        assertThat(neutral.substring(1)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "IAC-01", "'tis", "5 = 5", "a@b.example"})
    void otherTextStaysAsItIs(String text) {
        assertThat(Csv.neutral(text)).isEqualTo(text);
    }

    @Test
    void cellsAreQuotedWhereTheyMustBe() {
        var dataset = new Dataset(
                "rows",
                List.of(
                        new Dataset.Field("text", Dataset.Field.Kind.TEXT),
                        new Dataset.Field("score", Dataset.Field.Kind.NUMBER)),
                List.of(
                        List.of("a \"b\", c\nd", "-3.5"),
                        List.of("=x", ""),
                        List.of("a;=1+1", ""),
                        List.of("a\t=1+1", "")));

        assertThat(new String(Csv.render(dataset), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFtext,score\r\n\"a \"\"b\"\", c\nd\",-3.5\r\n'=x,\r\n\"a;=1+1\",\r\n\"a\t=1+1\",\r\n");
    }
}
