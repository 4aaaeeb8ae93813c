package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.platform.proof.AuditCheckpoint;
import eu.bekaa.standard.platform.proof.AuditProofs;
import eu.bekaa.standard.platform.proof.InclusionProof;
import eu.bekaa.standard.platform.proof.VerificationKey;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Proofs about the audit log that an outsider can check.
@Controller("/api/v1/observability/audit")
@Tag(name = "Audit")
class AuditProofController {
    private static final int MOST = 5_000;

    private final AuditProofs proofs;

    AuditProofController(AuditProofs proofs) {
        this.proofs = proofs;
    }

    @Get("/checkpoint")
    @Allowed("audit:read")
    @Operation(summary = "Read the newest signed checkpoint of the audit log")
    AuditCheckpoint newest(Caller caller) {
        return proofs.newest(caller);
    }

    @Post("/checkpoint")
    @Allowed("audit:read")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Sign the audit log as it stands")
    AuditCheckpoint sign(Caller caller) {
        return proofs.sign(caller);
    }

    @Get("/keys")
    @Allowed("audit:read")
    @Operation(summary = "List the keys that checkpoints can be checked with, the one in use first")
    List<VerificationKey> keys(Caller caller) {
        return proofs.keys();
    }

    @Get("/proof/{sequence}")
    @Allowed("audit:read")
    @Operation(summary = "Prove that a record is in the log that a checkpoint speaks of")
    InclusionProof prove(Caller caller, long sequence, @Nullable @QueryValue Long checkpoint) {
        return proofs.prove(caller, sequence, checkpoint);
    }

    @Get("/export")
    @Allowed("audit:read")
    @Produces("application/x-ndjson")
    @Operation(summary = "Export a slice of the log, one canonical record a line; Link names the next slice")
    HttpResponse<String> export(Caller caller, @Nullable @QueryValue Long from, @Nullable @QueryValue Integer limit) {
        var first = from == null ? 1 : from;
        var most = limit == null ? MOST : limit;
        if (first < 1) {
            throw Refusal.invalid("from", "from is at least 1.");
        }
        if (most < 1 || most > MOST) {
            throw Refusal.invalid("limit", "limit lies between 1 and " + MOST + ".");
        }
        var lines = proofs.export(caller, first, most);
        var answer = HttpResponse.ok(lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
        return lines.size() < most
                ? answer
                : answer.header(
                        "Link",
                        "</api/v1/observability/audit/export?from=" + (first + most) + "&limit=" + most
                                + ">; rel=\"next\"");
    }
}
