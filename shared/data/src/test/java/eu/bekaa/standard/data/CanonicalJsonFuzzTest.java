package eu.bekaa.standard.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is hashed is read by others as the same value, and written by them in the same spelling.
class CanonicalJsonFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_LONG_FOR_INTS);
    private static final long MAX_SAFE = (1L << 53) - 1;

    @FuzzTest
    void aValueHasOneSpelling(FuzzedDataProvider random) throws IOException {
        var value = map(random, 0);
        var text = CanonicalJson.of(value);
        Map<String, Object> read = JSON.readValue(text, new TypeReference<>() {});
        assertThat(read).isEqualTo(value);
        assertThat(CanonicalJson.of(read)).isEqualTo(text);
    }

    private static Map<String, Object> map(FuzzedDataProvider random, int depth) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = random.consumeInt(0, 5); i > 0; i--) {
            map.put(
                    random.consumeString(8),
                    switch (random.consumeInt(0, depth > 3 ? 3 : 4)) {
                        case 0 -> random.consumeString(40);
                        case 1 -> random.consumeLong(-MAX_SAFE, MAX_SAFE);
                        case 2 -> random.consumeBoolean();
                        case 3 -> String.valueOf(random.consumeChar());
                        default -> map(random, depth + 1);
                    });
        }
        return map;
    }
}
