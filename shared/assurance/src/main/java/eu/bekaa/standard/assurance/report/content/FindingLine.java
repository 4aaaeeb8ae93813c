package eu.bekaa.standard.assurance.report.content;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// One finding as the report tells it.
/// @param control        code and title of the control; empty where no official mapping names one
/// @param inherent       impact × likelihood, 1 to 36 (STD-73)
/// @param residual       what the control leaves of it (STD-74)
/// @param determination  conformity (STD-75); empty for none
/// @param rationale      empty for none, as `recommendation`
/// @param quotes         the best evidence, shortened; all of it stands in the evidence index
/// @param sources        the finding first, then what it was derived from
@Serdeable
public record FindingLine(
        String code,
        String control,
        String status,
        String severity,
        String type,
        int inherent,
        double residual,
        String risk,
        String determination,
        String summary,
        String rationale,
        String recommendation,
        List<Quote> quotes,
        List<UUID> sources) {
    public FindingLine {
        quotes = List.copyOf(quotes);
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("Finding " + code + " names no source.");
        }
    }

    Stream<UUID> cited() {
        return Stream.concat(sources.stream(), quotes.stream().flatMap(Quote::cited));
    }
}
