package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.data.AuditRecord;
import eu.bekaa.standard.data.AuditVerification;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.platform.proof.AuditProofs;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The audit log of the organization, and its proof (contract §16, SCP §7).
@Controller
@Tag(name = "Audit")
class AuditController {
    private final AuditLog log;
    private final AuditProofs proofs;

    AuditController(AuditLog log, AuditProofs proofs) {
        this.log = log;
        this.proofs = proofs;
    }

    @Get("/api/v1/observability/audit")
    @Allowed("audit:read")
    @Operation(summary = "Read the audit log, newest first")
    Page<AuditRecord> page(
            Caller caller,
            @Nullable @QueryValue("assessment_id") UUID assessmentId,
            @Nullable @QueryValue("actor_id") UUID actorId,
            @Nullable @QueryValue String action,
            @Nullable @QueryValue Instant from,
            @Nullable @QueryValue Instant to,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        var filter = new AuditLog.Filter(assessmentId, actorId, action, from, to);
        return log.page(caller, filter, PageRequest.of(limit, cursor));
    }

    @Get("/api/audit/verify")
    @Allowed("audit:read")
    @Operation(summary = "Walk the audit chain and tell whether it is whole")
    AuditVerification verify(Caller caller) {
        return proofs.verify(caller);
    }
}
