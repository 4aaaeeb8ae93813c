package eu.bekaa.standard.localcloud;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/// An S3 server with one bucket. It checks signatures, and tells of new objects under `incoming/` as S3 does.
public final class LocalObjects implements AutoCloseable {
    /// The one bucket.
    public static final String BUCKET = "standard";

    /// Where uploads by pre-signed address arrive; only objects under it are announced.
    public static final String INCOMING = "incoming/";

    private final S3Proxy server;
    private final NotifyingStore store;

    private LocalObjects(S3Proxy server, NotifyingStore store) {
        this.server = server;
        this.store = store;
    }

    /// The key pair that requests must be signed with.
    public record Credentials(String accessKey, String secretKey) {
        @Override
        public String toString() {
            return accessKey;
        }
    }

    /// Objects in memory.
    /// @param announce is given the text of each event notification
    public static LocalObjects temporary(Credentials credentials, Consumer<String> announce) {
        return start(new TransientNio2BlobStore(), credentials, announce);
    }

    /// Objects as files in a directory, made when absent.
    /// @param announce is given the text of each event notification
    public static LocalObjects at(Path directory, Credentials credentials, Consumer<String> announce) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failure) {
            throw new IllegalStateException("The object store cannot use " + directory + ".", failure);
        }
        return start(new FilesystemNio2BlobStore(directory.toString()), credentials, announce);
    }

    public URI endpoint() {
        return URI.create("http://localhost:" + server.getPort());
    }

    /// Announces again what lies under `incoming/`: events of an earlier run were lost with its queues.
    public void announceWaiting() {
        store.announceAll(
                ListObjectsV2Request.builder().bucket(BUCKET).prefix(INCOMING).build());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("The object store did not stop.", failure);
        }
    }

    private static LocalObjects start(BlobStore files, Credentials credentials, Consumer<String> announce) {
        var store = new NotifyingStore(files, new S3Notification(LocalQueues.REGION, Clock.systemUTC()), announce);
        if (store.list().buckets().stream().noneMatch(bucket -> bucket.name().equals(BUCKET))) {
            store.createContainer(CreateBucketRequest.builder().bucket(BUCKET).build());
        }
        var server = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create("http://localhost:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, credentials.accessKey(), credentials.secretKey())
                .stopTimeout(0)
                .build();
        try {
            server.start();
        } catch (Exception failure) {
            throw new IllegalStateException("The object store did not start.", failure);
        }
        return new LocalObjects(server, store);
    }
}
