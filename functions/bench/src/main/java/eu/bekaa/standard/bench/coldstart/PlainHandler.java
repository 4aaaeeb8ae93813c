package eu.bekaa.standard.bench.coldstart;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The floor: a function without a framework, with the same SDK and driver. It answers with what the database says, and
/// has made its queue client, as the product's functions have.
public final class PlainHandler implements RequestStreamHandler {
    private final SqsClient queues = SqsClient.builder()
            .region(Region.of(System.getenv("AWS_REGION")))
            .endpointOverride(URI.create(System.getenv("AWS_SERVICES_SQS_ENDPOINT_OVERRIDE")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    private @Nullable Connection connection;

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        event.transferTo(OutputStream.nullOutputStream());
        var body = "{\"statusCode\":200,\"headers\":{\"content-type\":\"application/json\"},\"body\":\"" + asked() + " "
                + queues.serviceName() + "\"}";
        answer.write(body.getBytes(StandardCharsets.UTF_8));
    }

    private int asked() {
        try {
            if (connection == null) {
                connection = DriverManager.getConnection(System.getenv("DATASOURCES_DEFAULT_URL"));
            }
            try (var statement = connection.prepareStatement("SELECT 1");
                    var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
