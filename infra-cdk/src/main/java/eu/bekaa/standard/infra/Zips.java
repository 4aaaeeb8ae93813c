package eu.bekaa.standard.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the build leaves what Lambda runs.
/// @param project     the project's root
/// @param placeholder stands in for zips that have not been built, for a look at the templates; null for a deployment,
///                    which never takes one
public record Zips(Path project, @Nullable Path placeholder) {
    static final String ARCHITECTURE = "arm64";

    /// For a deployment: every zip must be there.
    public static Zips built(Path project) {
        return new Zips(project, null);
    }

    /// For templates alone: no zip needs to be there, and none is used.
    public static Zips absent(Path project) {
        try {
            var folder = Files.createDirectories(project.resolve("infra-cdk/target/no-function"));
            Files.writeString(folder.resolve("README"), "Stands in for a function that was not built.\n");
            return new Zips(project, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// @throws IllegalStateException when it has not been built
    String of(String module) {
        if (placeholder != null) {
            return placeholder.toString();
        }
        var zip = project.resolve("functions/" + module + "/target/functions-" + module + "-" + ARCHITECTURE + ".zip");
        if (!Files.isRegularFile(zip)) {
            throw new IllegalStateException("Not built: " + zip + ". Run mvn -Pdeploy, which builds it first.");
        }
        return zip.toString();
    }
}
