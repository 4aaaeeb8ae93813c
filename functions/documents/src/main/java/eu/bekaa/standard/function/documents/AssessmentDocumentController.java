package eu.bekaa.standard.function.documents;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.document.Accepted;
import eu.bekaa.standard.knowledge.document.Document;
import eu.bekaa.standard.knowledge.document.DocumentDetails;
import eu.bekaa.standard.knowledge.document.DocumentUploads;
import eu.bekaa.standard.knowledge.document.Documents;
import eu.bekaa.standard.knowledge.document.IngestionJob;
import eu.bekaa.standard.knowledge.document.Upload;
import eu.bekaa.standard.knowledge.document.UploadLink;
import eu.bekaa.standard.knowledge.document.UploadRequest;
import eu.bekaa.standard.web.Allowed;
import eu.bekaa.standard.web.multipart.MultipartForm;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/// The documents of an assessment (contract §6).
@Controller("/api/v1/assessments/{assessmentId}")
@Tag(name = "Documents")
class AssessmentDocumentController {
    private final Documents documents;
    private final DocumentUploads uploads;

    AssessmentDocumentController(Documents documents, DocumentUploads uploads) {
        this.documents = documents;
        this.uploads = uploads;
    }

    @Get("/documents")
    @Allowed("document:read")
    @Operation(summary = "List the documents of an assessment, oldest first")
    List<Document> list(Caller caller, UUID assessmentId) {
        return documents.list(caller, assessmentId);
    }

    @Post(uri = "/documents", consumes = MediaType.MULTIPART_FORM_DATA)
    @Allowed("document:upload")
    @Status(HttpStatus.ACCEPTED)
    @Operation(summary = "Upload a document; it is read and indexed afterwards")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = DocumentForm.class)))
    HttpResponse<Accepted> upload(Caller caller, UUID assessmentId, @Parameter(hidden = true) MultipartForm form) {
        var file = form.only(DocumentForm.FIELDS).file(DocumentForm.FILE);
        var details = DocumentDetails.ofForm(form::text);
        var upload = new Upload(file.filename(), file.contentType(), file.bytes(), details);
        var accepted = uploads.upload(caller, assessmentId, upload);
        var location = URI.create("/api/v1/ingestion-jobs/" + accepted.job().jobId());
        return HttpResponse.<Accepted>status(HttpStatus.ACCEPTED)
                .body(accepted)
                .headers(headers -> headers.location(location));
    }

    @Post("/documents/upload-url")
    @Allowed("document:upload")
    @Status(HttpStatus.CREATED)
    @Operation(summary = "Get an address to which a document of more than 4 MiB is sent directly")
    UploadLink reserve(Caller caller, UUID assessmentId, @Valid @Body UploadRequest request) {
        return uploads.reserve(caller, assessmentId, request);
    }

    @Get("/ingestion-jobs")
    @Allowed("document:read")
    @Operation(summary = "List the work on all documents of an assessment, oldest first")
    List<IngestionJob> jobs(Caller caller, UUID assessmentId) {
        return documents.jobsOfAssessment(caller, assessmentId);
    }
}
