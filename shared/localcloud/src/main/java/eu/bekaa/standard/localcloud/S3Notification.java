package eu.bekaa.standard.localcloud;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/// The text of an S3 event notification as AWS sends it (record structure 2.1).
final class S3Notification {
    private final String region;
    private final Clock clock;
    private final AtomicLong sequence = new AtomicLong();

    S3Notification(String region, Clock clock) {
        this.region = region;
        this.clock = clock;
    }

    /// @param event for instance `ObjectCreated:Put`
    String of(String event, String bucket, String key, HeadObjectResponse object) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var number = sequence.incrementAndGet();
        return """
                {"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"%s","eventTime":"%s",\
                "eventName":"%s","userIdentity":{"principalId":"AWS:local"},\
                "requestParameters":{"sourceIPAddress":"127.0.0.1"},\
                "responseElements":{"x-amz-request-id":"%016X","x-amz-id-2":"local"},\
                "s3":{"s3SchemaVersion":"1.0","configurationId":"incoming",\
                "bucket":{"name":"%s","ownerIdentity":{"principalId":"local"},"arn":"arn:aws:s3:::%s"},\
                "object":{"key":"%s","size":%d,"eTag":"%s","sequencer":"%016X"}}}]}""".formatted(
                        region,
                        now,
                        event,
                        number,
                        bucket,
                        bucket,
                        encoded(key),
                        object.contentLength(),
                        Objects.requireNonNullElse(object.eTag(), "").replace("\"", ""),
                        now.toEpochMilli() << 16 | number & 0xffff);
    }

    /// Keys are encoded as in a form, except that slashes stay: `a b/ü.pdf` becomes `a+b/%C3%BC.pdf`.
    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
    }
}
