package eu.bekaa.standard.function.catalog;

import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.Coverage;
import eu.bekaa.standard.catalog.CrossMappedControl;
import eu.bekaa.standard.catalog.CrossMapping;
import eu.bekaa.standard.catalog.CrossSide;
import eu.bekaa.standard.catalog.Framework;
import eu.bekaa.standard.catalog.Mapping;
import eu.bekaa.standard.catalog.Mappings;
import eu.bekaa.standard.catalog.Requirement;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.web.Allowed;
import eu.bekaa.standard.web.WithoutOrganization;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Frameworks, their requirements, and how far controls answer them (contract §3).
@Controller("/api/v1/scf")
@Tag(name = "SCF catalog")
class FrameworkController {
    private final Catalog catalog;
    private final Mappings mappings;

    FrameworkController(Catalog catalog, Mappings mappings) {
        this.catalog = catalog;
        this.mappings = mappings;
    }

    @Get("/frameworks")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(summary = "List the frameworks", description = "With scf_version only those that the version maps.")
    List<Framework> list(Caller caller, @Nullable @QueryValue("scf_version") UUID scfVersion) {
        return catalog.frameworks(caller, scfVersion);
    }

    @Get("/frameworks/{frameworkId}")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(summary = "Show a framework")
    Framework find(Caller caller, UUID frameworkId) {
        return catalog.framework(caller, frameworkId);
    }

    @Get("/frameworks/{frameworkId}/requirements")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(summary = "List the requirements of a framework in natural order")
    List<Requirement> requirements(Caller caller, UUID frameworkId) {
        return catalog.requirements(caller, frameworkId);
    }

    @Get("/frameworks/{frameworkId}/coverage")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(
            summary = "Tell how far a version covers a framework",
            description = "In requirements, controls and mappings, plain and weighted by their operators (STD-13).")
    Coverage coverage(Caller caller, UUID frameworkId, @Nullable @QueryValue("scf_version") UUID scfVersion) {
        if (scfVersion == null) {
            throw Refusal.invalid("scf_version", "scf_version is required.");
        }
        return mappings.coverage(caller, frameworkId, scfVersion);
    }

    @Get("/requirements/{requirementId}/mappings")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(
            summary = "List the controls that answer a requirement",
            description = "In the given version, else in the newest.")
    List<Mapping> mappings(Caller caller, UUID requirementId, @Nullable @QueryValue("scf_version") UUID scfVersion) {
        return mappings.ofRequirement(caller, requirementId, scfVersion);
    }

    @Get("/cross-mapping/{frameworkA}/{frameworkB}")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(
            summary = "Compare two frameworks by the controls that answer them",
            description = "In the given version, else in the newest.")
    CrossMapping cross(
            Caller caller, UUID frameworkA, UUID frameworkB, @Nullable @QueryValue("scf_version") UUID scfVersion) {
        return mappings.cross(caller, frameworkA, frameworkB, scfVersion);
    }

    @Get("/cross-mapping/{frameworkA}/{frameworkB}/controls")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(
            summary = "List the controls behind a comparison of two frameworks",
            description = "Each with what it answers of either; side picks shared, only_in_a or only_in_b.")
    Page<CrossMappedControl> crossed(
            Caller caller,
            UUID frameworkA,
            UUID frameworkB,
            @Nullable @QueryValue("scf_version") UUID scfVersion,
            @Nullable @QueryValue CrossSide side,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        return mappings.crossed(caller, frameworkA, frameworkB, scfVersion, side, PageRequest.of(limit, cursor));
    }
}
