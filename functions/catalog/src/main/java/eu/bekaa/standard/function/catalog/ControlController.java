package eu.bekaa.standard.function.catalog;

import eu.bekaa.standard.catalog.Control;
import eu.bekaa.standard.catalog.Controls;
import eu.bekaa.standard.catalog.Mapping;
import eu.bekaa.standard.catalog.Mappings;
import eu.bekaa.standard.catalog.MaturityCriterion;
import eu.bekaa.standard.kernel.Caller;
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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Single controls (contract §3).
@Controller("/api/v1/scf/controls")
@Tag(name = "SCF catalog")
class ControlController {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Controls controls;
    private final Mappings mappings;

    ControlController(Controls controls, Mappings mappings) {
        this.controls = controls;
        this.mappings = mappings;
    }

    @Get("/{controlId}")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(summary = "Show a control")
    Control find(Caller caller, UUID controlId) {
        return controls.find(caller, controlId);
    }

    @Get("/by-code/{controlCode}")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(summary = "Show the control that bears a code in a version")
    Control byCode(Caller caller, String controlCode, @Nullable @QueryValue UUID version) {
        if (version == null) {
            throw Refusal.invalid("version", "version is required: the same code stands in several versions.");
        }
        return controls.byCode(caller, controlCode, version);
    }

    @Get("/{control}/mappings")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(
            summary = "List what a control is mapped to",
            description = "The control is named by id, or by code: then in the given version, else in the newest.")
    List<Mapping> mappings(
            Caller caller, String control, @Nullable @QueryValue UUID framework, @Nullable @QueryValue UUID version) {
        var id = ID.matcher(control).matches()
                ? UUID.fromString(control)
                : controls.byCode(caller, control, version).controlId();
        return mappings.ofControl(caller, id, framework);
    }

    @Get("/{controlId}/maturity-criteria")
    @Allowed("scf:read")
    @WithoutOrganization
    @Operation(summary = "Show what each maturity level looks like for a control")
    List<MaturityCriterion> criteria(Caller caller, UUID controlId) {
        return controls.criteria(caller, controlId);
    }
}
