package eu.bekaa.standard.function.catalog;

import eu.bekaa.standard.catalog.imports.ImportAnswer;
import eu.bekaa.standard.catalog.imports.ImportPreview;
import eu.bekaa.standard.catalog.imports.ImportRun;
import eu.bekaa.standard.catalog.imports.ImportService;
import eu.bekaa.standard.catalog.imports.ImportUploads;
import eu.bekaa.standard.catalog.imports.UploadTicket;
import eu.bekaa.standard.catalog.source.SourceWarning;
import eu.bekaa.standard.catalog.source.SourceWarning.Rule;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.web.Allowed;
import eu.bekaa.standard.web.WithoutOrganization;
import eu.bekaa.standard.web.multipart.FileLimit;
import eu.bekaa.standard.web.multipart.MultipartForm;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Imports into the catalog, by platform administrators (contract §3).
@Controller("/api/v1/admin/scf")
@Tag(name = "SCF imports")
class ImportController {
    /// A little above the 50 MB that are taken, so that slightly larger files get the answer of STD-15.
    private static final int MEGABYTES_READ = 58;

    private final ImportService imports;
    private final ImportUploads uploads;

    ImportController(ImportService imports, ImportUploads uploads) {
        this.imports = imports;
        this.uploads = uploads;
    }

    @Post("/import-xlsx")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed("scf:import")
    @WithoutOrganization
    @Operation(
            summary = "Import a published workbook",
            description =
                    "multipart/form-data with the parts file and, if wished, version_label. The file is checked at once and"
                            + " loaded from the queue: poll the run.")
    HttpResponse<ImportAnswer> importWorkbook(
            Caller caller, @FileLimit(megabytes = MEGABYTES_READ) MultipartForm form) {
        try (var upload = Upload.workbook(form)) {
            return accepted(imports.submit(caller, upload.source(), null));
        }
    }

    @Post("/import-xlsx/dry-run")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Allowed("scf:import")
    @WithoutOrganization
    @Operation(summary = "Read a workbook, tell what it holds, and keep nothing")
    ImportPreview dryRun(Caller caller, @FileLimit(megabytes = MEGABYTES_READ) MultipartForm form) {
        try (var upload = Upload.workbook(form)) {
            return imports.dryRun(caller, upload.source());
        }
    }

    @Post("/import-xlsx/upload-url")
    @Allowed("scf:import")
    @WithoutOrganization
    @Status(HttpStatus.CREATED)
    @Operation(
            summary = "Ask for an address to put a large workbook to",
            description = "For files above 4 MB: PUT the file to the address, then have the upload imported.")
    UploadTicket uploadUrl(Caller caller) {
        return uploads.open(caller);
    }

    @Post("/import-xlsx/uploads/{uploadId}")
    @Allowed("scf:import")
    @WithoutOrganization
    @Operation(
            summary = "Import a workbook that has been put to its address",
            description = "The file is checked at once, as by import-xlsx, and loaded from the queue.")
    HttpResponse<ImportAnswer> importUpload(Caller caller, UUID uploadId, @Valid @Body UploadedWorkbook body) {
        return accepted(uploads.claim(caller, uploadId, body.sourceFilename(), body.versionLabel()));
    }

    @Post("/import-runs")
    @Allowed("scf:import")
    @WithoutOrganization
    @Operation(
            summary = "Import a catalog sent as text",
            description =
                    "content is base64 for a workbook, else the text itself. source_type oscal_json is refused: an OSCAL"
                            + " catalog holds no mappings.")
    HttpResponse<ImportAnswer> importContent(Caller caller, @Valid @Body ImportRequest body) {
        try (var upload = Upload.content(body)) {
            return accepted(imports.submit(caller, upload.source(), body.sourceHash()));
        }
    }

    @Get("/import-runs")
    @Allowed("scf:import")
    @WithoutOrganization
    @Operation(summary = "List the latest imports, the newest first")
    List<ImportRun> runs(Caller caller) {
        return imports.runs(caller);
    }

    @Get("/import-runs/{importRunId}")
    @Allowed("scf:import")
    @WithoutOrganization
    @Operation(summary = "Show how far an import is")
    ImportRun run(Caller caller, UUID importRunId) {
        return imports.run(caller, importRunId);
    }

    @Get("/import-runs/{importRunId}/warnings")
    @Allowed("scf:import")
    @WithoutOrganization
    @Operation(summary = "List what is odd about an import's source")
    Page<SourceWarning> warnings(
            Caller caller,
            UUID importRunId,
            @Nullable @QueryValue Rule rule,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue String cursor) {
        return imports.warnings(caller, importRunId, rule, PageRequest.of(limit, cursor));
    }

    private static HttpResponse<ImportAnswer> accepted(ImportAnswer answer) {
        return HttpResponse.<ImportAnswer>status(HttpStatus.ACCEPTED)
                .body(answer)
                .headers(headers -> headers.location(URI.create(
                        "/api/v1/admin/scf/import-runs/" + answer.importRun().id())));
    }
}
