package eu.bekaa.standard.assurance.scope;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a scope says. In a change an absent component keeps its value.
@Serdeable
@Schema(description = "What a scope says.")
public record ScopeFields(
        @Schema(description = "Name of the scope; needed for a new one.", example = "Customer platform")
        @Nullable
        @Size(min = 1, max = 200)
        String title,

        @Schema(description = "What is assessed; needed for a new one.", example = "The platform and those who run it.")
        @Nullable
        @Size(min = 1, max = 10_000)
        String description,

        @Schema(description = "Business units within the scope.", example = "[\"Operations\"]")
        @Nullable
        @Size(max = 200)
        List<@NotBlank @Size(max = 500) String> businessUnits,

        @Schema(description = "Processes within the scope.", example = "[\"Customer support\"]")
        @Nullable
        @Size(max = 200)
        List<@NotBlank @Size(max = 500) String> processes,

        @Schema(description = "Systems within the scope.", example = "[\"Production cluster\"]")
        @Nullable
        @Size(max = 200)
        List<@NotBlank @Size(max = 500) String> systems,

        @Schema(description = "Locations within the scope.", example = "[\"Sofia\"]") @Nullable @Size(max = 200)
        List<@NotBlank @Size(max = 500) String> locations,

        @Schema(description = "Legal entities within the scope.", example = "[\"Example Ltd\"]")
        @Nullable
        @Size(max = 200)
        List<@NotBlank @Size(max = 500) String> legalEntities,

        @Schema(description = "Kinds of data within the scope.", example = "[\"Personal data\"]")
        @Nullable
        @Size(max = 200)
        List<@NotBlank @Size(max = 500) String> dataTypes,

        @Schema(description = "Third parties that matter to the scope.", example = "[\"Hosting provider\"]")
        @Nullable
        @Size(max = 200)
        List<@NotBlank @Size(max = 500) String> thirdParties,

        @Schema(description = "What is left out.", example = "[\"The laboratory\"]") @Nullable @Size(max = 200)
        List<@NotBlank @Size(max = 500) String> exclusions,

        @Schema(description = "What is taken for granted.", example = "[\"Interviews are possible.\"]")
        @Nullable
        @Size(max = 200)
        List<@NotBlank @Size(max = 500) String> assumptions,

        @Schema(description = "What limits the assessment.", example = "[\"No penetration test.\"]")
        @Nullable
        @Size(max = 200)
        List<@NotBlank @Size(max = 500) String> constraints) {

    /// These fields, with those of another where they are absent here.
    ScopeFields over(ScopeFields kept) {
        return new ScopeFields(
                first(title, kept.title),
                first(description, kept.description),
                first(businessUnits, kept.businessUnits),
                first(processes, kept.processes),
                first(systems, kept.systems),
                first(locations, kept.locations),
                first(legalEntities, kept.legalEntities),
                first(dataTypes, kept.dataTypes),
                first(thirdParties, kept.thirdParties),
                first(exclusions, kept.exclusions),
                first(assumptions, kept.assumptions),
                first(constraints, kept.constraints));
    }

    private static <T> @Nullable T first(@Nullable T given, @Nullable T kept) {
        return given == null ? kept : given;
    }
}
