package eu.bekaa.standard.assurance.report.content;

import io.micronaut.serde.annotation.Serdeable;

/// A file that goes with a report, as the report's content lists it; so its hash is part of the content's.
/// @param name   path within the package, with slashes
/// @param sha256 64 hex digits
/// @param size   bytes
@Serdeable
public record EnclosedFile(String name, String sha256, long size) {}
