package eu.bekaa.standard.assurance.scope;

import static java.util.Objects.requireNonNullElse;

import eu.bekaa.standard.assurance.review.Version;
import eu.bekaa.standard.assurance.review.VersionView;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of what an assessment looks at.
@Serdeable
@Schema(description = "One version of what an assessment looks at.")
public record Scope(
        @Schema(description = "The scope version.", example = "019aa3c2-7d10-7c41-8b55-0a1d2f3e4c5b")
        UUID scopeId,

        @Schema(description = "The organization.", example = "019aa3c2-0000-7c41-8b55-0a1d2f3e4c5b")
        UUID organizationId,

        @Schema(description = "The assessment.", example = "019aa3c2-0001-7c41-8b55-0a1d2f3e4c5b")
        UUID assessmentId,

        @Schema(description = "Counts the scope's versions from 1.", example = "1")
        int scopeVersion,

        @Schema(description = "The version's state.", example = "draft")
        Version.Status status,

        @Schema(description = "Name of the scope.", example = "Customer platform")
        String title,

        @Schema(description = "What is assessed.", example = "The platform and those who run it.")
        String description,

        @Schema(description = "Business units within the scope.", example = "[\"Operations\"]")
        List<String> businessUnits,

        @Schema(description = "Processes within the scope.", example = "[\"Customer support\"]")
        List<String> processes,

        @Schema(description = "Systems within the scope.", example = "[\"Production cluster\"]")
        List<String> systems,

        @Schema(description = "Locations within the scope.", example = "[\"Sofia\"]")
        List<String> locations,

        @Schema(description = "Legal entities within the scope.", example = "[\"Example Ltd\"]")
        List<String> legalEntities,

        @Schema(description = "Kinds of data within the scope.", example = "[\"Personal data\"]")
        List<String> dataTypes,

        @Schema(description = "Third parties that matter.", example = "[\"Hosting provider\"]")
        List<String> thirdParties,

        @Schema(description = "What is left out.", example = "[\"The laboratory\"]")
        List<String> exclusions,

        @Schema(description = "What is taken for granted.", example = "[\"Interviews are possible.\"]")
        List<String> assumptions,

        @Schema(description = "What limits the assessment.", example = "[\"No penetration test.\"]")
        List<String> constraints,

        @Schema(description = "Who drafted it.", example = "019aa3c2-0002-7c41-8b55-0a1d2f3e4c5b")
        UUID createdBy,

        @Schema(description = "The approval by which it counts.", example = "019aa3c2-0003-7c41-8b55-0a1d2f3e4c5b")
        @Nullable
        UUID approvalEventId,

        @Schema(description = "When it was drafted.", example = "2026-11-21T09:30:00Z")
        Instant createdAt,

        @Schema(description = "When it was last changed.", example = "2026-11-21T10:00:00Z")
        Instant updatedAt) {
    static Scope of(Version version, ScopeRow row) {
        var header = version.header();
        var fields = row.fields();
        return new Scope(
                header.id(),
                header.organizationId(),
                header.assessmentId(),
                header.number(),
                version.status(),
                requireNonNullElse(fields.title(), ""),
                requireNonNullElse(fields.description(), ""),
                all(fields.businessUnits()),
                all(fields.processes()),
                all(fields.systems()),
                all(fields.locations()),
                all(fields.legalEntities()),
                all(fields.dataTypes()),
                all(fields.thirdParties()),
                all(fields.exclusions()),
                all(fields.assumptions()),
                all(fields.constraints()),
                header.createdBy(),
                VersionView.of(version).approvalId(),
                header.createdAt(),
                row.updatedAt());
    }

    private static List<String> all(@Nullable List<String> entries) {
        return entries == null ? List.of() : List.copyOf(entries);
    }
}
