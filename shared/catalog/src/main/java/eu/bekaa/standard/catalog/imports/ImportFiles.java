package eu.bekaa.standard.catalog.imports;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Keeps the sources of imports in the object store, each once, named by its content: they are the evidence of what was
/// imported. Clients put large ones under [#INCOMING] themselves.
@Singleton
class ImportFiles {
    static final String INCOMING = "imports/incoming/";

    private static final int NOT_FOUND = 404;

    private final S3Client store;
    private final String bucket;

    ImportFiles(S3Client store, @Value("${standard.storage.bucket:standard}") String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    /// An address to put one object to.
    /// @param headers to be sent with it
    record Link(String url, Map<String, String> headers, Instant expiresAt) {}

    /// @return the key under which it is kept
    String keep(Path file, String hash) {
        var key = "imports/" + hash;
        store.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromFile(file));
        return key;
    }

    /// The size of an object in bytes, empty when there is none.
    Optional<Long> size(String key) {
        try {
            return Optional.of(
                            store.headObject(request -> request.bucket(bucket).key(key)))
                    .map(HeadObjectResponse::contentLength);
        } catch (S3Exception failure) {
            if (failure.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /// Fetches an object into a new file, which the caller deletes.
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

    void remove(String key) {
        store.deleteObject(request -> request.bucket(bucket).key(key));
    }

    /// Removes what was put and never claimed.
    void removeIncoming(Instant before) {
        store.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(INCOMING)).contents().stream()
                .filter(object -> object.lastModified().isBefore(before))
                .forEach(object -> remove(object.key()));
    }

    Link putLink(String key, Duration life) {
        var client = store.serviceClientConfiguration();
        var signer = S3Presigner.builder()
                .region(client.region())
                .credentialsProvider(client.credentialsProvider())
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(client.endpointOverride().isPresent())
                        .build());
        client.endpointOverride().ifPresent(signer::endpointOverride);
        try (var presigner = signer.build()) {
            var signed = presigner.presignPutObject(sign -> sign.signatureDuration(life)
                    .putObjectRequest(put -> put.bucket(bucket).key(key)));
            var headers = signed.signedHeaders().entrySet().stream()
                    .filter(header -> !header.getKey().equalsIgnoreCase("host"))
                    .collect(Collectors.toMap(Map.Entry::getKey, header -> String.join(",", header.getValue())));
            return new Link(signed.url().toString(), headers, signed.expiration());
        }
    }
}
