package eu.bekaa.standard.function.knowledge;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.knowledge.embedding.IndexRequest;
import eu.bekaa.standard.knowledge.embedding.KnowledgeIndex;
import eu.bekaa.standard.web.Allowed;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Putting an assessment's documents into the index (contract §7).
@Controller("/api/v1/assessments/{assessmentId}/kb")
@Tag(name = "Knowledge base")
class IndexController {
    private final KnowledgeIndex index;

    IndexController(KnowledgeIndex index) {
        this.index = index;
    }

    /// What to index.
    @Serdeable
    @Schema(description = "What to index.")
    record What(
            @Schema(
                    description = "One document; all of the assessment, if left out.",
                    example = "0198b0e2-3c44-7cc1-b9d5-2f1f6d9f0a12")
            @Nullable
            UUID documentId,

            @Schema(description = "Whether to do what is done already once more.", example = "false") @Nullable
            Boolean forceReindex) {}

    @Post("/index")
    @Allowed("kb:index")
    @Status(HttpStatus.ACCEPTED)
    @Operation(summary = "Put what is missing into the index, or everything anew")
    IndexRequest index(Caller caller, UUID assessmentId, @Nullable @Body What what) {
        var document = what == null ? null : what.documentId();
        return what != null && Boolean.TRUE.equals(what.forceReindex())
                ? index.rebuild(caller, assessmentId, document)
                : index.complete(caller, assessmentId, document);
    }
}
