package eu.bekaa.standard.assurance.report;

import io.micronaut.core.annotation.Introspected;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the table knows of a report besides its version and its content.
/// @param format      what was asked for when it was generated
/// @param marking     as on the cover; null when every source is approved
/// @param contentHash SHA-256 of the content's JSON
@Introspected
record StoredReport(
        UUID versionId,
        UUID organizationId,
        UUID assessmentId,
        ReportType reportType,
        String title,
        Format format,
        @Nullable String marking,
        String contentHash) {}
