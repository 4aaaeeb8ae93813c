package eu.bekaa.standard.assurance.report;

import java.net.URI;
import java.time.Duration;

/// What a download of a report answers.
public sealed interface Download {
    /// @param disposition the header that names the file
    record Content(byte[] bytes, String mediaType, String disposition) implements Download {}

    /// Too large for an answer: an address that expires (STD-103).
    record Elsewhere(URI address) implements Download {}

    /// Not rendered yet.
    record Later(ReportView report, Duration retryAfter) implements Download {}
}
