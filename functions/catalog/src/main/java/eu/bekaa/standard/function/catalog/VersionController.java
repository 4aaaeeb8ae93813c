package eu.bekaa.standard.function.catalog;

import eu.bekaa.standard.catalog.Catalog;
import eu.bekaa.standard.catalog.ControlFilter;
import eu.bekaa.standard.catalog.ControlPage;
import eu.bekaa.standard.catalog.Controls;
import eu.bekaa.standard.catalog.Domain;
import eu.bekaa.standard.catalog.EvidenceRequest;
import eu.bekaa.standard.catalog.Hazard;
import eu.bekaa.standard.catalog.ScfVersion;
import eu.bekaa.standard.catalog.source.ScfContent;
import eu.bekaa.standard.kernel.Caller;
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

/// Versions of the SCF and what each consists of (contract §3).
@Controller("/api/v1/scf/versions")
@Tag(name = "SCF catalog")
class VersionController {
    private final Catalog catalog;
    private final Controls controls;

    VersionController(Catalog catalog, Controls controls) {
        this.catalog = catalog;
        this.controls = controls;
    }

    @Get
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(summary = "List the imported versions, the newest first")
    List<ScfVersion> list(Caller caller) {
        return catalog.versions(caller);
    }

    @Get("/latest")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(summary = "Show the newest version")
    ScfVersion latest(Caller caller) {
        return catalog.latest(caller);
    }

    @Get("/{scfVersionId}")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(summary = "Show a version")
    ScfVersion find(Caller caller, UUID scfVersionId) {
        return catalog.version(caller, scfVersionId);
    }

    @Get("/{scfVersionId}/domains")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(summary = "List the domains of a version")
    List<Domain> domains(Caller caller, UUID scfVersionId) {
        return catalog.domains(caller, scfVersionId);
    }

    @Get("/{scfVersionId}/controls")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(
            summary = "Search the controls of a version",
            description =
                    "q: every word occurs in code, title, description or question. tags: a comma-separated list, all of"
                            + " which the control bears. limit (or per_page): 1 to 200, 50 unless said.")
    ControlPage controls(
            Caller caller,
            UUID scfVersionId,
            @Nullable @QueryValue("control_code") String controlCode,
            @Nullable @QueryValue("domain_code") String domainCode,
            @Nullable @QueryValue String domain,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String tags,
            @Nullable @QueryValue Integer page,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue("per_page") Integer perPage) {
        var filter = ControlFilter.of(controlCode, domainCode == null ? domain : domainCode, q, tags);
        return controls.search(caller, scfVersionId, filter, ControlFilter.Window.of(page, limit, perPage));
    }

    @Get("/{scfVersionId}/evidence-requests")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(summary = "List the artefacts that assessors ask for")
    List<EvidenceRequest> evidenceRequests(Caller caller, UUID scfVersionId) {
        return catalog.evidenceRequests(caller, scfVersionId);
    }

    @Get("/{scfVersionId}/risks")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(summary = "List the risks that controls answer")
    List<Hazard> risks(Caller caller, UUID scfVersionId) {
        return catalog.hazards(caller, scfVersionId, ScfContent.Hazard.Kind.RISK);
    }

    @Get("/{scfVersionId}/threats")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(summary = "List the threats that controls answer")
    List<Hazard> threats(Caller caller, UUID scfVersionId) {
        return catalog.hazards(caller, scfVersionId, ScfContent.Hazard.Kind.THREAT);
    }
}
