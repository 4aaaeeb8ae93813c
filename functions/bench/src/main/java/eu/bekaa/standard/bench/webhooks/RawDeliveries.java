package eu.bekaa.standard.bench.webhooks;

import eu.bekaa.standard.bench.platform.Wire;
import eu.bekaa.standard.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The floor: sign twice, call over a kept-alive connection, record twenty at a time in a durable transaction.
final class RawDeliveries {
    private static final int WEBHOOKS = 50;
    private static final int EVENTS = 40;
    private static final int BATCH = 20;
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS floor_delivery (delivery_id uuid PRIMARY KEY, status int NOT NULL, attempted_at timestamptz NOT NULL)
            """;
    private static final String BODY = """
            {"event_id":"%s","event_type":"assessment.created","data":{"state":"draft","number":%d},"trace_id":"floor-trace"}""";

    private final int port;

    RawDeliveries(int port) throws SQLException {
        this.port = port;
        try (var owner = TestDatabase.instance().owner();
                var table = owner.createStatement()) {
            table.execute(TABLE);
        }
    }

    double perSecond() throws InterruptedException {
        long start = System.nanoTime();
        try (var workers = Executors.newFixedThreadPool(Deliverers.WORKERS)) {
            for (int webhook = 0; webhook < WEBHOOKS; webhook++) {
                workers.submit(() -> {
                    call();
                    return null;
                });
            }
        }
        return WEBHOOKS * EVENTS / ((System.nanoTime() - start) / 1e9);
    }

    private void call() throws SQLException, IOException, GeneralSecurityException {
        try (var owner = TestDatabase.instance().owner();
                var wire = new Wire(port);
                var insert = owner.prepareStatement("INSERT INTO floor_delivery VALUES (?, ?, now())")) {
            owner.setAutoCommit(false);
            for (int i = 1; i <= EVENTS; i++) {
                var id = UUID.randomUUID();
                var body = BODY.formatted(id, i);
                var at = Instant.now().toString();
                int status = wire.send(Wire.request(
                        "POST",
                        "/",
                        body,
                        "X-Standard-Event-Id: " + id,
                        "X-Standard-Timestamp: " + at,
                        "X-Standard-Signature: " + hmac(body),
                        "X-Standard-Timestamped-Signature: " + hmac(at + "." + body)));
                insert.setObject(1, id);
                insert.setInt(2, status);
                insert.addBatch();
                if (i % BATCH == 0) {
                    insert.executeBatch();
                    owner.commit();
                }
            }
        }
    }

    private static String hmac(String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
