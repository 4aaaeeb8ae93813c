package eu.bekaa.standard.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path home;

    @Test
    void aNewKeyLiesInAFileForItsOwnerOnlyAndIsFoundAgain() throws IOException {
        var file = home.resolve("keys/signing.key");

        assertThat(KeyFile.at(file, () -> List.of("one", "two"))).containsExactly("one", "two");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.at(file, () -> List.of("another"))).containsExactly("one", "two");
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
        assertThat(file.getParent().toFile().list()).hasSize(1);
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        var file = home.resolve("signing.key");
        KeyFile.at(file, () -> List.of("one"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> KeyFile.at(file, () -> List.of("another")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("600");
    }

    @Test
    void ofManyThatMakeItAtOnceAllHaveTheSameKey() {
        var file = home.resolve("signing.key");
        var made = new AtomicInteger();
        var seen = IntStream.range(0, 8)
                .parallel()
                .mapToObj(at -> KeyFile.at(file, () -> {
                    return List.of("key " + made.incrementAndGet());
                }))
                .toList();

        assertThat(seen).containsOnly(seen.getFirst());
    }
}
