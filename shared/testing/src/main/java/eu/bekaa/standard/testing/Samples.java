package eu.bekaa.standard.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/// Real input that lies beside the project on some machines, in `../shared/samples`.
public final class Samples {
    private Samples() {}

    /// The sample file or folder of that name, where it is present.
    public static Optional<Path> path(String name) {
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var sample = at.resolve("../shared/samples").resolve(name).normalize();
            if (Files.isRegularFile(at.resolve("pom.xml")) && Files.exists(sample)) {
                return Optional.of(sample);
            }
        }
        return Optional.empty();
    }

    /// The sample; a test that asks for an absent one is skipped and says why.
    public static Path require(String name) {
        var sample = path(name);
        Assumptions.assumeTrue(sample.isPresent(), "The sample " + name + " is not on this machine.");
        return sample.orElseThrow();
    }
}
