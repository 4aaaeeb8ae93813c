package eu.bekaa.standard.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.data.runtime.convert.DataConversionService;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import org.junit.jupiter.api.Test;

/// The framework by itself would look at a constant's name before its spelling, and take `west` for `WEST`.
@MicronautTest
class WordConvertersTest {
    private final DataConversionService columns;
    private final ConversionService requests;

    WordConvertersTest(DataConversionService columns, ConversionService requests) {
        this.columns = columns;
        this.requests = requests;
    }

    private enum Wind {
        WEST("east"),
        EAST("west");

        private final String word;

        Wind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    @Test
    void aColumnsWordIsTheConstantThatIsSpeltSo() {
        assertThat(columns.convert("west", Wind.class)).contains(Wind.EAST);
    }

    @Test
    void aRequestsWordIsTheConstantThatIsSpeltSo() {
        assertThat(requests.convert("west", Wind.class)).contains(Wind.EAST);
    }

    @Test
    void aNameThatIsNoSpellingIsReadAsTheFrameworkReadsIt() {
        assertThat(columns.convert("WEST", Wind.class)).contains(Wind.WEST);
        assertThat(columns.convert("north", Wind.class)).isEmpty();
    }
}
