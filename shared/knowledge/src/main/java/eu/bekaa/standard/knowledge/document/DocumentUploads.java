package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.document.DocumentIntake.Place;
import eu.bekaa.standard.malware.MalwareScanner;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes documents in, or tells where to send them.
@Singleton
public class DocumentUploads {
    static final String INCOMING = "incoming/";

    private static final Logger LOG = LoggerFactory.getLogger(DocumentUploads.class);

    private final Transactions transactions;
    private final Provider<AssessmentPort> assessments;
    private final MalwareScanner scanner;
    private final DocumentIntake intake;
    private final DocumentStore store;
    private final ReservationRows reservations;
    private final StorageConfig config;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    DocumentUploads(
            Transactions transactions,
            Provider<AssessmentPort> assessments,
            MalwareScanner scanner,
            DocumentIntake intake,
            DocumentStore store,
            ReservationRows reservations,
            StorageConfig config,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.assessments = assessments;
        this.scanner = scanner;
        this.intake = intake;
        this.store = store;
        this.reservations = reservations;
        this.config = config;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Takes a file in: it is checked, then stored, then registered together with the work on it. A crash in
    /// between leaves an object that nobody knows, which is swept; never a document without its bytes.
    /// @throws Refusal `ASSESSMENT_NOT_FOUND`; `CONFLICT` when it is closed; `VALIDATION_ERROR`, `FILE_TOO_LARGE`,
    ///         `UNSUPPORTED_MEDIA_TYPE` (STD-40); `MALWARE_DETECTED` (STD-41), or `SERVICE_UNAVAILABLE` when nobody
    ///         can tell
    public Accepted upload(Caller caller, UUID assessmentId, Upload upload) {
        transactions.write(caller, () -> {
            assessments.get().requireOpen(caller, assessmentId);
            return assessmentId;
        });
        var file = CheckedFile.of(FileName.of(upload.filename()), upload.contentType(), upload.content(), scanner);
        if (file.isInfected()) {
            audit.recordAside(caller, DocumentIntake.infected(assessmentId, file.facts()));
            throw new Refusal(
                    ErrorCode.MALWARE_DETECTED,
                    "Malware was found in the file: " + file.facts().signature() + ".");
        }
        var place = new Place(ids.next(), assessmentId, upload.details());
        var key = place.key(caller.org(), file.facts().name());
        store.put(key, file.content(), file.facts().mimeType());
        try {
            return transactions.write(caller, () -> intake.register(caller, place, file.facts()));
        } catch (RuntimeException unregistered) {
            forget(key);
            throw unregistered;
        }
    }

    /// Keeps a place for a file and tells where to send it; its checks follow once it is there.
    /// @throws Refusal as `upload`, as far as the name, label and announced size tell
    @Transactional
    public UploadLink reserve(Caller caller, UUID assessmentId, UploadRequest request) {
        assessments.get().requireOpen(caller, assessmentId);
        var name = FileName.of(request.filename());
        var type = FileCheck.named(name, request.mimeType());
        if (request.fileSize() != null) {
            FileCheck.size(request.fileSize());
        }
        var id = ids.next();
        var now = clock.instant();
        var details = request.details();
        var reservation = reservations.save(new UploadReservation(
                id,
                caller.org(),
                assessmentId,
                name.original(),
                INCOMING + caller.org() + "/" + id + "/" + name.safe(),
                type.mimeType(),
                details.classification(),
                details.documentType(),
                details.language(),
                details.versionLabel(),
                details.effectiveDate(),
                caller.actor().id(),
                now,
                now.plus(config.linkLife()),
                caller.traceId()));
        audit.record(caller, AuditEvent.of("document.upload_reserved", id).in(assessmentId));
        var link = store.putLink(reservation.incomingKey(), reservation.mimeType());
        return new UploadLink(id, link.url().toString(), link.headers(), reservation.expiresAt());
    }

    private void forget(String key) {
        try {
            store.delete(key);
        } catch (RuntimeException left) {
            LOG.warn("An object without a document is left to the sweep: {}", left.toString());
        }
    }
}
