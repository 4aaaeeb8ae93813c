package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.assurance.review.ArtifactKind;
import eu.bekaa.standard.assurance.review.Sources;
import eu.bekaa.standard.assurance.review.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be reported, from which versions.
/// @param title      the assessment's name and framework unless given
/// @param format     what is rendered first; the type's usual one unless given
/// @param soaVersion the approved one unless given, as the other versions
/// @param drafts     whether versions that are not approved may stand in
/// @param exception  why they may; required when they do
public record ReportRequest(
        ReportType type,
        @Nullable String title,
        @Nullable Format format,
        @Nullable UUID soaVersion,
        @Nullable UUID gapVersion,
        @Nullable UUID maturityVersion,
        @Nullable UUID poamVersion,
        Drafts drafts,
        @Nullable String exception) {
    static final String EXCEPTION = "exception_rationale";

    public enum Drafts {
        REFUSED,
        ALLOWED
    }

    /// A report of the approved versions.
    public static ReportRequest of(ReportType type) {
        return new ReportRequest(type, null, null, null, null, null, null, Drafts.REFUSED, null);
    }

    /// What was asked for when a version was made, from other sources or from the same.
    static ReportRequest again(StoredReport report, Version version, Sources from) {
        var exception = version.header().metadata().get(EXCEPTION);
        return new ReportRequest(
                report.reportType(),
                report.title(),
                report.format(),
                from.soaVersionId(),
                from.gapVersionId(),
                from.maturityVersionId(),
                from.poamVersionId(),
                exception == null ? Drafts.REFUSED : Drafts.ALLOWED,
                exception == null ? null : exception.toString());
    }

    /// Everything, for machines.
    public static ReportRequest export(@Nullable ReportType type, @Nullable Format format) {
        var wanted = type == null ? ReportType.MACHINE_READABLE_EXPORT : type;
        return new ReportRequest(wanted, null, format, null, null, null, null, Drafts.REFUSED, null);
    }

    @Nullable
    UUID wanted(ArtifactKind kind) {
        return switch (kind) {
            case SOA -> soaVersion;
            case GAP_ANALYSIS -> gapVersion;
            case MATURITY_ASSESSMENT -> maturityVersion;
            case POAM -> poamVersion;
            case SCOPE, REPORT -> null;
        };
    }
}
