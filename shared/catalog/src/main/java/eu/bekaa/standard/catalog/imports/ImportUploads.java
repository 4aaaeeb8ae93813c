package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Ids;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Workbooks that are too large for a request: the client puts the file into the object store and then has it imported.
@Singleton
public class ImportUploads {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final ImportFiles files;
    private final ImportService imports;
    private final Ids ids;
    private final Clock clock;

    ImportUploads(ImportFiles files, ImportService imports, Ids ids, Clock clock) {
        this.files = files;
        this.imports = imports;
        this.ids = ids;
        this.clock = clock;
    }

    /// An address to put one workbook to, for a quarter of an hour.
    public UploadTicket open(Caller caller) {
        files.removeIncoming(clock.instant().minus(FORGOTTEN));
        var id = ids.next();
        var link = files.putLink(key(caller, id), LIFE);
        return new UploadTicket(id, link.url(), link.headers(), link.expiresAt());
    }

    /// Imports what the caller has put there. Whatever comes of it, the upload is spent.
    /// @throws Refusal `NOT_FOUND` before the file has arrived, and all that [ImportService#submit] refuses
    public ImportAnswer claim(Caller caller, UUID uploadId, @Nullable String filename, @Nullable String versionLabel) {
        var key = key(caller, uploadId);
        long size = files.size(key).orElseThrow(Refusal.notFound(ErrorCode.NOT_FOUND, uploadId));
        try {
            if (size > Source.MOST_BYTES) {
                throw Refusal.invalid("file", "A workbook has at most 50 MB.");
            }
            var file = files.fetch(key);
            try {
                return imports.submit(caller, new Source(SourceType.XLSX, file, filename, null, versionLabel), null);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        } finally {
            files.remove(key);
        }
    }

    private static String key(Caller caller, UUID uploadId) {
        return ImportFiles.INCOMING + caller.actor().id() + "/" + uploadId;
    }
}
