package eu.bekaa.standard.knowledge.document;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The bytes of documents, in object storage.
@Singleton
class DocumentStore {
    private static final int NOT_FOUND = 404;

    private final S3Client s3;
    private final S3Presigner presigner;
    private final StorageConfig config;

    DocumentStore(S3Client s3, S3Presigner presigner, StorageConfig config) {
        this.s3 = s3;
        this.presigner = presigner;
        this.config = config;
    }

    /// An address that works for a while.
    /// @param headers that the client must send with it
    record Link(URI url, Map<String, String> headers) {}

    /// A stored object.
    record Stored(String key, Instant at) {}

    /// One page of a listing.
    /// @param next where the next page begins, null on the last
    record Listing(List<Stored> objects, @Nullable String next) {}

    String bucket() {
        return config.bucket();
    }

    void put(String key, byte[] content, String mimeType) {
        s3.putObject(
                put -> put.bucket(config.bucket())
                        .key(key)
                        .contentType(mimeType)
                        .contentLength((long) content.length),
                RequestBody.fromBytes(content));
    }

    /// @throws NoSuchKeyException when there is no such object
    byte[] get(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(config.bucket()).key(key)).asByteArray();
    }

    /// The object's size in bytes, empty when there is none.
    Optional<Long> size(String key) {
        try {
            return Optional.of(
                            s3.headObject(head -> head.bucket(config.bucket()).key(key)))
                    .map(HeadObjectResponse::contentLength);
        } catch (S3Exception failure) {
            if (failure.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    void delete(String key) {
        s3.deleteObject(delete -> delete.bucket(config.bucket()).key(key));
    }

    Listing list(String prefix, @Nullable String next) {
        var page = s3.listObjectsV2(
                list -> list.bucket(config.bucket()).prefix(prefix).continuationToken(next));
        var objects = page.contents().stream()
                .map(object -> new Stored(object.key(), object.lastModified()))
                .toList();
        return new Listing(objects, page.nextContinuationToken());
    }

    Link putLink(String key, String mimeType) {
        var link = presigner.presignPutObject(sign -> sign.signatureDuration(config.linkLife())
                .putObjectRequest(put -> put.bucket(config.bucket()).key(key).contentType(mimeType)));
        return new Link(URI.create(link.url().toString()), headers(link.signedHeaders()));
    }

    Link getLink(String key, String mimeType, String disposition) {
        var link = presigner.presignGetObject(sign -> sign.signatureDuration(config.linkLife())
                .getObjectRequest(get -> get.bucket(config.bucket())
                        .key(key)
                        .responseContentType(mimeType)
                        .responseContentDisposition(disposition)));
        return new Link(URI.create(link.url().toString()), Map.of());
    }

    private static Map<String, String> headers(Map<String, List<String>> signed) {
        return signed.entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("host"))
                .collect(
                        Collectors.toUnmodifiableMap(Map.Entry::getKey, header -> String.join(",", header.getValue())));
    }
}
