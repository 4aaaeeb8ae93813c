package eu.bekaa.standard.function.documents;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.document.Documents;
import eu.bekaa.standard.knowledge.document.IngestionJob;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;

/// Work on documents (contract §6).
@Controller("/api/v1/ingestion-jobs")
@Tag(name = "Documents")
class IngestionJobController {
    private final Documents documents;

    IngestionJobController(Documents documents) {
        this.documents = documents;
    }

    @Get("/{jobId}")
    @Allowed("document:read")
    @Operation(summary = "Get one piece of work on a document")
    IngestionJob find(Caller caller, UUID jobId) {
        return documents.job(caller, jobId);
    }
}
