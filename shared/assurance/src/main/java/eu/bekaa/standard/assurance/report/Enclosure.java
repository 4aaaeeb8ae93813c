package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.report.content.EnclosedFile;
import io.micronaut.core.annotation.Introspected;
import java.nio.charset.StandardCharsets;

/// A file that goes with a report, made when the report was generated.
/// @param name path within the package, with slashes
@Introspected
record Enclosure(String name, String content) {
    EnclosedFile listed() {
        return new EnclosedFile(name, Digest.of(bytes()), bytes().length);
    }

    byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
