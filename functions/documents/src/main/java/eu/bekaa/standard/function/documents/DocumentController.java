package eu.bekaa.standard.function.documents;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.Page;
import eu.bekaa.standard.kernel.PageRequest;
import eu.bekaa.standard.knowledge.document.Document;
import eu.bekaa.standard.knowledge.document.DocumentChunk;
import eu.bekaa.standard.knowledge.document.DocumentDownloads;
import eu.bekaa.standard.knowledge.document.DocumentDownloads.Download;
import eu.bekaa.standard.knowledge.document.DocumentProgress;
import eu.bekaa.standard.knowledge.document.Documents;
import eu.bekaa.standard.knowledge.document.Ingestion;
import eu.bekaa.standard.knowledge.document.IngestionJob;
import eu.bekaa.standard.knowledge.document.ReprocessRequest;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One document (contract §6).
@Controller("/api/v1/documents/{documentId}")
@Tag(name = "Documents")
class DocumentController {
    private final Documents documents;
    private final DocumentDownloads downloads;
    private final Ingestion ingestion;

    DocumentController(Documents documents, DocumentDownloads downloads, Ingestion ingestion) {
        this.documents = documents;
        this.downloads = downloads;
        this.ingestion = ingestion;
    }

    @Get
    @Allowed("document:read")
    @Operation(summary = "Get a document")
    Document find(Caller caller, UUID documentId) {
        return documents.find(caller, documentId);
    }

    @Delete
    @Allowed("document:delete")
    @Operation(summary = "Take a document out of use; it is kept as archived")
    Document archive(Caller caller, UUID documentId) {
        return documents.archive(caller, documentId);
    }

    @Get("/status")
    @Allowed("document:read")
    @Operation(summary = "See how far a document has come")
    DocumentProgress progress(Caller caller, UUID documentId) {
        return documents.progress(caller, documentId);
    }

    @Get("/chunks")
    @Allowed("document:read")
    @Operation(summary = "Read the chunks of a document in order")
    Page<DocumentChunk> chunks(
            Caller caller, UUID documentId, @Nullable @QueryValue Integer limit, @Nullable @QueryValue String cursor) {
        return documents.chunks(caller, documentId, PageRequest.of(limit, cursor));
    }

    @Get("/download")
    @Allowed("document:read")
    @Operation(summary = "Download the original file; a large one by redirect to an address that expires")
    HttpResponse<?> download(Caller caller, UUID documentId) {
        return switch (downloads.download(caller, documentId)) {
            case Download.Content file ->
                HttpResponse.ok(file.bytes())
                        .header(HttpHeaders.CONTENT_TYPE, file.mimeType())
                        .header(HttpHeaders.CONTENT_DISPOSITION, file.disposition())
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
            case Download.Elsewhere link ->
                HttpResponse.status(HttpStatus.FOUND)
                        .header(HttpHeaders.LOCATION, link.url().toString())
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
        };
    }

    @Post("/reprocess")
    @Allowed("document:reprocess")
    @Status(HttpStatus.ACCEPTED)
    @Operation(summary = "Read a document again")
    IngestionJob reprocess(Caller caller, UUID documentId, @Valid @Body ReprocessRequest request) {
        return ingestion.reprocess(caller, documentId, request);
    }

    @Get("/jobs")
    @Allowed("document:read")
    @Operation(summary = "List the work on a document, oldest first")
    List<IngestionJob> jobs(Caller caller, UUID documentId) {
        return documents.jobs(caller, documentId);
    }
}
