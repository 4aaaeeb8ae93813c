package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.gap.ComplianceGate;
import eu.bekaa.standard.assurance.gap.ComplianceGates;
import eu.bekaa.standard.assurance.gap.ConformityReport;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The verdicts on an assessment that follow from its gap analysis (contract §5).
@Controller("/api/v1/assessments/{assessmentId}")
@Tag(name = "Gap analysis")
class ComplianceController {
    private final ComplianceGates gates;

    ComplianceController(ComplianceGates gates) {
        this.gates = gates;
    }

    @Get("/compliance-gate")
    @Allowed("assessment:read")
    @Operation(summary = "Evaluate the compliance gate on the approved gap analysis")
    ComplianceGate gate(Caller caller, UUID assessmentId) {
        return gates.evaluate(caller, assessmentId);
    }

    @Get("/roc-summary")
    @Allowed("assessment:read")
    @Operation(summary = "Show the report on conformity")
    ConformityReport conformity(
            Caller caller, UUID assessmentId, @Nullable @QueryValue("gap_version_id") UUID gapVersionId) {
        return gates.conformity(caller, assessmentId, gapVersionId);
    }
}
