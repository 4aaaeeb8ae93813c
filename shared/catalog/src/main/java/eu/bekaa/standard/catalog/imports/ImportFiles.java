package eu.bekaa.standard.catalog.imports;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Keeps the sources of imports in the object store, each once, named by its content: they are the evidence of what was
/// imported.
@Singleton
class ImportFiles {
    private final S3Client store;
    private final String bucket;

    ImportFiles(S3Client store, @Value("${standard.storage.bucket:standard}") String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    /// @return the key under which it is kept
    String keep(Path file, String hash) {
        var key = "imports/" + hash;
        store.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file));
        return key;
    }

    /// Fetches a source into a new file, which the caller deletes.
    Path fetch(String key) {
        try (var in = store.getObject(request -> request.bucket(bucket).key(key))) {
            var file = Files.createTempFile("standard-import", null);
            try (var out = Files.newOutputStream(file)) {
                in.transferTo(out);
            }
            return file;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
