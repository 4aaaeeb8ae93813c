package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Gives documents back as they came.
@Singleton
public class DocumentDownloads {
    /// What an answer carries itself: Lambda ends at 6 MB, a third of which base64 takes.
    static final long DIRECT = 4L << 20;

    private final DocumentRows rows;
    private final DocumentStore store;
    private final Audit audit;

    DocumentDownloads(DocumentRows rows, DocumentStore store, Audit audit) {
        this.rows = rows;
        this.store = store;
        this.audit = audit;
    }

    /// The bytes, or where to fetch them.
    public sealed interface Download {
        record Content(byte[] bytes, String mimeType, String disposition) implements Download {}

        record Elsewhere(URI url) implements Download {}
    }

    /// The original bytes with their type and name; audited.
    /// @throws Refusal `DOCUMENT_NOT_FOUND`; `CONFLICT` for a document whose file was refused
    @Transactional
    public Download download(Caller caller, UUID documentId) {
        var document = rows.find(caller.org(), documentId)
                .orElseThrow(Refusal.notFound(ErrorCode.DOCUMENT_NOT_FOUND, documentId));
        if (document.status() == DocumentStatus.REJECTED) {
            throw new Refusal(ErrorCode.CONFLICT, "The file was refused and has not been kept.");
        }
        audit.record(caller, AuditEvent.of("document.downloaded", documentId).in(document.assessmentId()));
        var disposition = disposition(document);
        if (document.fileSize() > DIRECT) {
            return new Download.Elsewhere(store.getLink(document.storageKey(), document.mimeType(), disposition)
                    .url());
        }
        return new Download.Content(store.get(document.storageKey()), document.mimeType(), disposition);
    }

    /// Always saved, never shown in the browser: an HTML document could speak for us there. The name twice, once for
    /// clients that know only ASCII (RFC 6266).
    static String disposition(Document document) {
        var plain = document.normalizedFilename().replaceAll("[^A-Za-z0-9._-]", "_");
        var exact = URLEncoder.encode(document.originalFilename(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }
}
