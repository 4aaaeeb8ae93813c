package eu.bekaa.standard.function.assessments;

import eu.bekaa.standard.assurance.rebase.Change;
import eu.bekaa.standard.assurance.rebase.EntryStatus;
import eu.bekaa.standard.assurance.rebase.Fate;
import eu.bekaa.standard.assurance.rebase.Rebase;
import eu.bekaa.standard.assurance.rebase.RebaseEntry;
import eu.bekaa.standard.assurance.rebase.RebasePreview;
import eu.bekaa.standard.assurance.rebase.RebaseService;
import eu.bekaa.standard.assurance.rebase.ReviewQueue;
import eu.bekaa.standard.assurance.soa.SoaRevision;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Carrying an open assessment over to a newer SCF version, and deciding what it asks.
@Controller("/api/v1/assessments/{assessmentId}")
@Tag(name = "Rebase")
class RebaseController {
    private final RebaseService rebases;
    private final ReviewQueue queue;

    RebaseController(RebaseService rebases, ReviewQueue queue) {
        this.rebases = rebases;
        this.queue = queue;
    }

    @Serdeable
    @Schema(description = "Where an assessment is carried over to.")
    record RebaseRequest(
            @Schema(description = "The newer SCF version.", example = "019aa3c2-7d15-7a02-9c1e-4b5a6c7d8e9f") @NotNull
            UUID scfVersionId,

            @Schema(description = "Why.", example = "The 2022.3 release is out.") @NotBlank @Size(max = 2000)
            String reason) {}

    @Serdeable
    @Schema(description = "What came of it.")
    record Rebased(
            @Schema(description = "False where the assessment was made against that version already.", example = "true")
            boolean changed,

            @Schema(description = "The rebase; null where nothing was changed.") @Nullable
            Rebase rebase) {}

    @Serdeable
    @Schema(description = "That an old decision holds for a new text.")
    record Acceptance(
            @Schema(description = "What is noted about it.", example = "The new wording asks for nothing else.")
            @Nullable
            @Size(max = 2000)
            String note) {}

    @Serdeable
    @Schema(description = "That old decisions hold wherever nothing but this has changed.")
    record BulkAcceptance(
            @Schema(
                    description =
                            "Kinds of change: control_renamed, control_reworded, question_changed, control_reweighted,"
                                    + " relationship_changed.",
                    example = "[\"control_reweighted\"]")
            @NotEmpty
            Set<Change> changes,

            @Schema(description = "What is noted about each.", example = "Weights do not change what applies to us.")
            @Nullable
            @Size(max = 2000)
            String note) {}

    @Serdeable
    @Schema(description = "How many entries were accepted.")
    record Accepted(
            @Schema(description = "Entries accepted.", example = "17")
            int accepted) {}

    @Serdeable
    @Schema(description = "Another decision in the light of a new text.")
    record Edit(
            @Schema(description = "What changes about the new item; what is left out stays.") @NotNull @Valid
            SoaRevision item,

            @Schema(description = "What is noted about it.", example = "Now covers contractors too.")
            @Nullable
            @Size(max = 2000)
            String note) {}

    @Get("/rebase/preview")
    @Allowed("assessment:read")
    @Operation(
            summary = "Tell what carrying the assessment over to an SCF version would do",
            description =
                    "Counts, obstacles, and the fate of every SoA item with both texts: kept, review, retired or added. Nothing"
                            + " is changed.")
    RebasePreview preview(
            Caller caller,
            UUID assessmentId,
            @Nullable @QueryValue("scf_version_id") UUID scfVersionId,
            @Nullable @QueryValue Fate fate,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        if (scfVersionId == null) {
            throw Refusal.invalid("scf_version_id", "scf_version_id is required.");
        }
        return rebases.preview(caller, assessmentId, scfVersionId, fate, PageRequest.of(limit, cursor));
    }

    @Post("/rebase")
    @Allowed("assessment:update")
    @Operation(
            summary = "Carry the assessment over to a newer SCF version",
            description =
                    "Pins the newer version and drafts a SoA version in which every item whose control and mapping are the same"
                            + " keeps its decision and evidence, and every changed one waits in the review queue. Approved"
                            + " versions stay as they are and count until a newer one is approved; the state stays. 201 with"
                            + " the rebase; 200 and nothing changed where that is the assessment's version already; 409,"
                            + " listing every obstacle, where it cannot be.")
    @ApiResponse(responseCode = "201", description = "Carried over.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Nothing changed, or a preview.", useReturnTypeSchema = true)
    HttpResponse<Rebased> rebase(Caller caller, UUID assessmentId, @Valid @Body RebaseRequest body) {
        return rebases.rebase(
                        caller, assessmentId, body.scfVersionId(), body.reason().strip())
                .<HttpResponse<Rebased>>map(rebase -> HttpResponse.created(
                        new Rebased(true, rebase),
                        URI.create("/api/v1/assessments/" + assessmentId + "/rebases/" + rebase.rebaseId())))
                .orElseGet(() -> HttpResponse.ok(new Rebased(false, null)));
    }

    @Get("/rebases")
    @Allowed("assessment:read")
    @Operation(summary = "List how often the assessment has been carried over, the newest first")
    List<Rebase> list(Caller caller, UUID assessmentId) {
        return rebases.list(caller, assessmentId);
    }

    @Get("/rebases/{rebaseId}")
    @Allowed("assessment:read")
    @Operation(summary = "Show a rebase and how many of its items still wait for a decision")
    Rebase find(Caller caller, UUID assessmentId, UUID rebaseId) {
        return rebases.find(caller, assessmentId, rebaseId);
    }

    @Get("/rebases/{rebaseId}/entries")
    @Allowed("soa:read")
    @Operation(
            summary = "List what became of every item",
            description =
                    "With both texts of the control and the item before and after. fate=review&status=pending is the review"
                            + " queue.")
    Page<RebaseEntry> entries(
            Caller caller,
            UUID assessmentId,
            UUID rebaseId,
            @Nullable @QueryValue Fate fate,
            @Nullable @QueryValue EntryStatus status,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        var filter = new ReviewQueue.Filter(fate, status);
        return queue.entries(caller, assessmentId, rebaseId, filter, PageRequest.of(limit, cursor));
    }

    @Get("/rebases/{rebaseId}/entries/{entryId}")
    @Allowed("soa:read")
    @Operation(summary = "Show what became of one item")
    RebaseEntry entry(Caller caller, UUID assessmentId, UUID rebaseId, UUID entryId) {
        return queue.entry(caller, assessmentId, rebaseId, entryId);
    }

    @Post("/rebases/{rebaseId}/entries/{entryId}/accept")
    @Allowed("soa:update")
    @Operation(summary = "Confirm that an old decision holds for the new text")
    RebaseEntry accept(
            Caller caller, UUID assessmentId, UUID rebaseId, UUID entryId, @Nullable @Valid @Body Acceptance body) {
        return queue.accept(caller, assessmentId, rebaseId, entryId, body == null ? null : body.note());
    }

    @Post("/rebases/{rebaseId}/entries/accept")
    @Allowed("soa:update")
    @Operation(summary = "Confirm every decision whose text changed in no other way than these")
    Accepted acceptAll(Caller caller, UUID assessmentId, UUID rebaseId, @Valid @Body BulkAcceptance body) {
        return new Accepted(queue.acceptAll(caller, assessmentId, rebaseId, body.changes(), body.note()));
    }

    @Post("/rebases/{rebaseId}/entries/{entryId}/edit")
    @Allowed("soa:update")
    @Operation(summary = "Decide an item anew in the light of its new text")
    RebaseEntry edit(Caller caller, UUID assessmentId, UUID rebaseId, UUID entryId, @Valid @Body Edit body) {
        return queue.edit(caller, assessmentId, rebaseId, entryId, body.item(), body.note());
    }
}
