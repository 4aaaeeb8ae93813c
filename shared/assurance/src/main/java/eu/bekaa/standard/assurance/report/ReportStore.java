package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.knowledge.document.StorageConfig;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The files of reports, in object storage.
@Singleton
class ReportStore {
    private final S3Client s3;
    private final S3Presigner presigner;
    private final StorageConfig config;

    ReportStore(S3Client s3, S3Presigner presigner, StorageConfig config) {
        this.s3 = s3;
        this.presigner = presigner;
        this.config = config;
    }

    /// Where a rendering lies. The job is part of it, so that a second attempt never writes over what a reader has
    /// open.
    static String key(UUID organization, UUID assessment, UUID version, UUID job, Format format) {
        return "tenants/" + organization + "/assessments/" + assessment + "/reports/" + version + "/" + job + "."
                + format.extension();
    }

    void put(String key, byte[] content, String mediaType) {
        s3.putObject(
                put -> put.bucket(config.bucket())
                        .key(key)
                        .contentType(mediaType)
                        .contentLength((long) content.length),
                RequestBody.fromBytes(content));
    }

    /// The file; empty where it is gone.
    Optional<byte[]> get(String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(get -> get.bucket(config.bucket()).key(key))
                            .asByteArray());
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    /// SHA-256 of a file, read piece by piece; empty where it is gone.
    Optional<String> hash(String key) {
        try (var content = s3.getObject(get -> get.bucket(config.bucket()).key(key))) {
            return Optional.of(Digest.of(content));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// An address that gives the file away for a while, to whoever has it.
    URI link(String key, String mediaType, String disposition) {
        var link = presigner.presignGetObject(sign -> sign.signatureDuration(config.linkLife())
                .getObjectRequest(get -> get.bucket(config.bucket())
                        .key(key)
                        .responseContentType(mediaType)
                        .responseContentDisposition(disposition)));
        return URI.create(link.url().toString());
    }
}
