package eu.bekaa.standard.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RawQueryTest {
    @Test
    void aCommaBelongsToItsValueAndARepeatedNameHasSeveral() {
        assertThat(RawQuery.of("action=a,b&limit=1&limit=2&to=%2C").values())
                .isEqualTo(Map.of("action", List.of("a,b"), "limit", List.of("1", "2"), "to", List.of(",")));
    }

    @Test
    void escapesAreReadAndWhatIsNoneStandsForItself() {
        assertThat(RawQuery.of("q=a+b%20%C3%BC&odd=100%").values())
                .isEqualTo(Map.of("q", List.of("a b ü"), "odd", List.of("100%")));
    }

    @Test
    void nothingHasNoValuesAndANameAloneAnEmptyOne() {
        assertThat(RawQuery.of(null).values()).isEmpty();
        assertThat(RawQuery.of("").values()).isEmpty();
        assertThat(RawQuery.of("limit&cursor=").values())
                .isEqualTo(Map.of("limit", List.of(""), "cursor", List.of("")));
    }
}
