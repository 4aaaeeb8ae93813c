package eu.bekaa.standard.localcloud;

import java.io.InputStream;
import java.util.function.Consumer;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Sends an event after each object that arrives whole under `incoming/`.
final class NotifyingStore extends ForwardingBlobStore {
    private static final Logger LOG = LoggerFactory.getLogger(NotifyingStore.class);

    private final S3Notification notification;
    private final Consumer<String> announce;

    NotifyingStore(BlobStore files, S3Notification notification, Consumer<String> announce) {
        super(files);
        this.notification = notification;
        this.announce = announce;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        var response = super.putBlob(request, payload);
        announce("ObjectCreated:Put", request.bucket(), request.key());
        return response;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        var response = super.completeMultipartUpload(upload, request);
        announce("ObjectCreated:CompleteMultipartUpload", request.bucket(), request.key());
        return response;
    }

    void announceAll(ListObjectsV2Request which) {
        list(which).contents().forEach(object -> announce("ObjectCreated:Put", which.bucket(), object.key()));
    }

    /// An event that cannot be sent does not undo the upload: S3 would try again, we do at the next start.
    private void announce(String event, String bucket, String key) {
        if (!key.startsWith(LocalObjects.INCOMING)) {
            return;
        }
        try {
            var object = blobMetadata(
                    HeadObjectRequest.builder().bucket(bucket).key(key).build());
            announce.accept(notification.of(event, bucket, key, object));
        } catch (RuntimeException failure) {
            LOG.warn("The arrival of {} could not be announced.", key, failure);
        }
    }
}
