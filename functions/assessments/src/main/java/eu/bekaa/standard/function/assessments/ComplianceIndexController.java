package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.maturity.Compliance;
import eu.bekaa.standard.assurance.maturity.ComplianceIndex;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far an assessment's maturity carries for a framework (STD-14).
@Controller("/api/v1/assessments/{assessmentId}/compliance-index")
@Tag(name = "Maturity")
class ComplianceIndexController {
    private final Compliance compliance;

    ComplianceIndexController(Compliance compliance) {
        this.compliance = compliance;
    }

    @Get
    @Allowed("maturity:read")
    @Operation(
            summary = "Tell how far the organization complies with a framework",
            description =
                    "Maturity weighted by how each control answers the framework: Σ (maturity / 5 × weight) ÷ Σ (maximum weight)."
                            + " framework_id may name any framework of the SCF version, so that one assessment answers for"
                            + " many; left out, it is the assessment's own. maturity_version_id is the approved version unless"
                            + " said, else the newest.")
    ComplianceIndex index(
            Caller caller,
            UUID assessmentId,
            @Nullable @QueryValue("framework_id") UUID frameworkId,
            @Nullable @QueryValue("maturity_version_id") UUID maturityVersionId) {
        return compliance.index(caller, assessmentId, frameworkId, maturityVersionId);
    }
}
