package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.Transactions;
import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.knowledge.document.DocumentIntake.Place;
import eu.bekaa.standard.malware.MalwareScanner;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// Takes in what has arrived under `incoming/`: a file becomes a document only after its checks, else it is removed
/// and the document is rejected with a reason. The bytes that were checked are the bytes that are kept: what is
/// sent to the same address afterwards is removed.
@Singleton
public class Arrivals {
    private static final Pattern KEY =
            Pattern.compile(DocumentUploads.INCOMING + "([0-9a-f-]{36})/([0-9a-f-]{36})/[^/]+");
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Duration LATE = Duration.ofHours(1);
    private static final int BATCH = 200;

    private final Transactions transactions;
    private final MalwareScanner scanner;
    private final DocumentIntake intake;
    private final DocumentStore store;
    private final ReservationRows reservations;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Arrivals(
            Transactions transactions,
            MalwareScanner scanner,
            DocumentIntake intake,
            DocumentStore store,
            ReservationRows reservations,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.transactions = transactions;
        this.scanner = scanner;
        this.intake = intake;
        this.store = store;
        this.reservations = reservations;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// An object has arrived. Safe to be told twice, late or out of order.
    /// @throws Refusal `SERVICE_UNAVAILABLE` when it could not be looked at: it stays where it is, to be told again
    public void arrived(String key) {
        var parts = KEY.matcher(key);
        if (!parts.matches()) {
            return;
        }
        var id = UUID.fromString(parts.group(2));
        var nobody = caller(UUID.fromString(parts.group(1)), id, "upload-" + id);
        var reservation = transactions.read(nobody, () -> reservations.find(nobody.org(), id));
        if (reservation.isPresent() && store.size(key).isPresent()) {
            takeIn(
                    caller(
                            nobody.org(),
                            reservation.get().requestedBy(),
                            reservation.get().traceId()),
                    reservation.get());
        }
        store.delete(key);
    }

    /// Looks for files whose arrival nobody was told of, and frees places whose time has passed.
    public void sweep() {
        var now = clock.instant();
        var platform = caller(Caller.PLATFORM, ids.next(), "upload-sweep");
        for (var due : transactions.read(platform, () -> reservations.due(now.minus(SILENCE), BATCH))) {
            if (store.size(due.incomingKey()).isPresent()) {
                arrived(due.incomingKey());
            } else if (due.expiresAt().isBefore(now.minus(LATE))) {
                var caller = caller(due.organizationId(), due.documentId(), due.traceId());
                transactions.write(caller, () -> reservations.take(caller.org(), due.documentId()));
            }
        }
    }

    private void takeIn(Caller caller, UploadReservation reservation) {
        var name = FileName.of(reservation.originalFilename());
        var place = new Place(reservation.documentId(), reservation.assessmentId(), reservation.details());
        long size = store.size(reservation.incomingKey()).orElse(0L);
        if (size > FileCheck.MAX_BYTES) {
            var facts = new FileFacts(
                    name, reservation.mimeType(), CheckedFile.hash(new byte[0]), size, ScanStatus.PENDING, null);
            reject(caller, place, facts, "The file is larger than " + (FileCheck.MAX_BYTES >> 20) + " MB.");
            return;
        }
        var content = store.get(reservation.incomingKey());
        try {
            var file = CheckedFile.of(name, reservation.mimeType(), content, scanner);
            if (file.isInfected()) {
                audit.recordAside(caller, DocumentIntake.infected(place.assessmentId(), file.facts()));
                reject(
                        caller,
                        place,
                        file.facts(),
                        "Malware was found in the file: " + file.facts().signature() + ".");
            } else {
                keep(caller, place, file);
            }
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.SERVICE_UNAVAILABLE) {
                throw refusal;
            }
            var facts = new FileFacts(
                    name, reservation.mimeType(), CheckedFile.hash(content), content.length, ScanStatus.PENDING, null);
            reject(caller, place, facts, refusal.getMessage());
        }
    }

    private void keep(Caller caller, Place place, CheckedFile file) {
        store.put(
                place.key(caller.org(), file.facts().name()),
                file.content(),
                file.facts().mimeType());
        transactions.write(
                caller,
                () -> taken(caller, place)
                        ? Optional.of(intake.register(caller, place, file.facts()))
                        : Optional.empty());
    }

    private void reject(Caller caller, Place place, FileFacts facts, String reason) {
        transactions.write(caller, () -> {
            if (taken(caller, place)) {
                intake.reject(caller, place, facts, reason);
            }
            return reason;
        });
    }

    /// Only one of several tellings of the same arrival gets the place.
    private boolean taken(Caller caller, Place place) {
        return reservations.take(caller.org(), place.documentId()) > 0;
    }

    private static Caller caller(UUID organization, UUID actor, String trace) {
        return new Caller(organization, new Actor.Worker(actor, "uploads"), Set.of(), trace, null, null);
    }
}
