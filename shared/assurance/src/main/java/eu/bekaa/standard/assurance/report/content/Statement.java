package eu.bekaa.standard.assurance.report.content;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/// One thing the report says, with what it rests on: a source, or the label limitation or assumption (STD-101).
/// @param sources ids listed in [ReportContent#sources()]
@Serdeable
public record Statement(Basis basis, String text, List<UUID> sources) {
    public Statement {
        sources = List.copyOf(sources);
        if (basis == Basis.SOURCED && sources.isEmpty()) {
            throw new IllegalArgumentException(
                    "A statement without a source is a limitation or an assumption: " + text);
        }
    }

    public static Statement sourced(String text, UUID... sources) {
        return new Statement(Basis.SOURCED, text, List.of(sources));
    }

    public static Statement limitation(String text) {
        return new Statement(Basis.LIMITATION, text, List.of());
    }

    public static Statement assumption(String text) {
        return new Statement(Basis.ASSUMPTION, text, List.of());
    }
}
