package eu.bekaa.standard.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever tampers with a log also chooses what the verifier reads.
class VerifierFuzzTest {
    private static final PublicKey KEY = key();

    private static PublicKey key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    @ValueSource(
            strings = {
                "{\"a\":1}",
                "{\"a\":{\"b\":[null,true,\"\\u00e9\\n\"]}}",
                "[[[[[[[[",
                "{\"sequence\":1,\"prev_hash\":\"0\",\"record_hash\":\"0\"}",
                "\"\\u+12a\"",
                "\"\\ud800\"",
                "-",
                "1e5",
                "007",
                "+1",
                "{\"a\":1,\"a\":2}"
            })
    @FuzzTest
    void jsonIsReadInOneWayOrNotAtAll(@NotNull String text) {
        Object value;
        try {
            value = Json.read(text);
        } catch (IllegalArgumentException notOurJson) {
            return;
        }
        var canonical = Json.canonical(value);
        assertThat(Json.canonical(Json.read(canonical))).isEqualTo(canonical);
        assertThat(new String(canonical.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .as("no two texts have the same bytes")
                .isEqualTo(canonical);
    }

    @ValueSource(
            strings = {
                "\n{}\n",
                "{\"sequence\":1,\"prev_hash\":\"0000000000000000000000000000000000000000000000000000000000000000\"}",
                "{\"sequence\":\"1\"}",
                "{\"record_hash\":null}",
                "[1]"
            })
    @FuzzTest
    void anInventedLogIsNeverWhole(@NotNull String log) {
        var verdict = AuditVerifier.verify(KEY, List.of(), log.lines());
        assertThat(verdict.whole()).isEqualTo(log.lines().findAny().isEmpty());
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> Json.read("[".repeat(1_000_000))).isInstanceOf(IllegalArgumentException.class);
        assertThat(AuditVerifier.verify(KEY, List.of(), Stream.of("{\"a\":".repeat(1_000_000)))
                        .whole())
                .isFalse();
        assertThat(Json.read("[".repeat(100) + "]".repeat(100))).isInstanceOf(List.class);
        assertThat(Json.read("[" + "[],".repeat(1_000) + "{}]")).isInstanceOf(List.class);
    }

    @ValueSource(
            strings = {
                "{}",
                "{\"signature\":\"AA==\",\"sequence\":1}",
                "{\"signature\":7}",
                "{\"signature\":\"*\"}",
                "[]"
            })
    @FuzzTest
    void anInventedCheckpointVouchesForNothing(@NotNull String checkpoint) {
        try {
            assertThat(AuditVerifier.verify(KEY, List.of(checkpoint), List.<String>of().stream())
                            .whole())
                    .isFalse();
        } catch (IllegalArgumentException noCheckpoint) {
            assertThat(noCheckpoint).hasMessageMatching("(?s).+");
        }
    }
}
