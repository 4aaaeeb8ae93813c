package eu.bekaa.standard.assurance.report.content;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The first page: what this is, of whom, made from what and when.
/// @param classification who may read it, as printed on every page
/// @param marking        printed large on the cover and on every page, e.g. `DRAFT` for unapproved sources; null for
///         none
/// @param version        the report version's number within its assessment
/// @param generatedAt    when the content was taken from its sources; renderings carry this and no other time
/// @param facts          the versions and approvals the report was made from, in print order
@Serdeable
public record Cover(
        @Schema(description = "What kind of report it is.", example = "Full assessment report")
        String kind,

        @Schema(description = "Title.", example = "Assessment of Northwind Clinics")
        String title,

        @Schema(description = "Whose report it is.", example = "Northwind Clinics")
        String organization,

        @Schema(description = "Name of the assessment.", example = "Annual assessment")
        String assessment,

        @Schema(description = "Framework assessed against.", example = "NIST CSF v1.1")
        String framework,

        @Schema(description = "Version of the catalog.", example = "SCF 2022.3")
        String scfVersion,

        @Schema(description = "Who may read it.", example = "Confidential")
        String classification,

        @Schema(description = "Printed large on every page, for drafts.", example = "DRAFT") @Nullable
        String marking,

        @Schema(description = "Number of the report version.", example = "1")
        int version,

        @Schema(description = "When the content was taken from its sources.", example = "2026-04-19T10:30:00Z")
        Instant generatedAt,

        @Schema(description = "Versions and approvals it was made from.")
        List<Fact> facts) {
    /// How reports print an instant: to the minute, in UTC.
    public static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    public Cover {
        facts = List.copyOf(facts);
    }

    /// When the content was taken, as it is printed.
    public String asOf() {
        return MINUTE.format(generatedAt);
    }

    /// What every cover says below title and organization, in print order.
    public List<Fact> lines() {
        var lines = new ArrayList<Fact>();
        lines.add(new Fact("Assessment", assessment));
        lines.add(new Fact("Framework", framework));
        lines.add(new Fact("Secure Controls Framework", scfVersion));
        lines.add(new Fact("Report version", String.valueOf(version)));
        lines.add(new Fact("Content as of", asOf()));
        lines.add(new Fact("Classification", classification));
        lines.addAll(facts);
        return lines;
    }

    /// A labelled value.
    @Serdeable
    public record Fact(
            @Schema(description = "What it is.", example = "Gap analysis")
            String label,

            @Schema(description = "Its value.", example = "Version 1, approved")
            String value) {}
}
