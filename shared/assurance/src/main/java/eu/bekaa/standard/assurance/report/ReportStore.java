package eu.bekaa.standard.assurance.report;

import eu.bekaa.standard.knowledge.document.StorageConfig;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
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

    byte[] get(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(config.bucket()).key(key)).asByteArray();
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
