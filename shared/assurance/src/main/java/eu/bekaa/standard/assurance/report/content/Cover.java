package eu.bekaa.standard.assurance.report.content;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
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
        String kind,
        String title,
        String organization,
        String assessment,
        String framework,
        String scfVersion,
        String classification,
        @Nullable String marking,
        int version,
        Instant generatedAt,
        List<Fact> facts) {
    public Cover {
        facts = List.copyOf(facts);
    }

    /// A labelled value.
    @Serdeable
    public record Fact(String label, String value) {}
}
