package eu.bekaa.standard.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

class SafeTest {
    private static final UUID ORGANIZATION = new UUID(1, 1);
    private static final UUID OWNER = new UUID(2, 2);
    private static final String SECRET = "a token that nobody sees";

    @TempDir
    Path home;

    private Safe safe(Path file) {
        return new Safe(FileKeys.at(file, new SecureRandom()), Clock.systemUTC());
    }

    @Test
    void std153_aSecretOpensForItsOwnerAlsoAfterARestart() {
        var stored = safe(home.resolve("key")).seal(ORGANIZATION, OWNER, SECRET);

        assertThat(safe(home.resolve("key")).open(ORGANIZATION, OWNER, stored)).isEqualTo(SECRET);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("token");
    }

    @Test
    void std153_aSecretThatWasMovedOrAlteredDoesNotOpen() {
        var safe = safe(home.resolve("key"));
        var stored = safe.seal(ORGANIZATION, OWNER, SECRET);
        safe.open(ORGANIZATION, OWNER, stored);

        assertThatThrownBy(() -> safe.open(new UUID(9, 9), OWNER, stored)).isInstanceOf(UnreadableSecret.class);
        assertThatThrownBy(() -> safe.open(ORGANIZATION, new UUID(9, 9), stored))
                .isInstanceOf(UnreadableSecret.class);
        assertThatThrownBy(() -> safe(home.resolve("another")).open(ORGANIZATION, OWNER, stored))
                .isInstanceOf(UnreadableSecret.class);
        for (int at = 0; at < stored.length; at++) {
            var altered = stored.clone();
            altered[at] ^= 1;
            assertThatThrownBy(() -> safe.open(ORGANIZATION, OWNER, altered)).isInstanceOf(UnreadableSecret.class);
        }
    }

    @Test
    void std153_theKeyFileIsItsOwnersAlone() throws IOException {
        var file = home.resolve("key");
        safe(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> safe(file)).hasMessageContaining("600");
    }

    /// As much of KMS as the product uses: a wrapped key is the key and its context, in the open.
    private static HttpServer kms(byte[] key) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var organization = Pattern.compile("\"organization\":\"([^\"]+)\"");
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var context = organization.matcher(body);
            var blob = context.find()
                    ? Base64.getEncoder().encodeToString(context.group(1).getBytes(StandardCharsets.UTF_8))
                    : "";
            var plain = Base64.getEncoder().encodeToString(key);
            var operation = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            boolean refused = operation.endsWith(".Decrypt") && !body.contains(blob);
            var answer = refused
                    ? "{\"__type\":\"InvalidCiphertextException\"}"
                    : "{\"KeyId\":\"k\",\"Plaintext\":\"" + plain + "\",\"CiphertextBlob\":\"" + blob + "\"}";
            exchange.sendResponseHeaders(refused ? 400 : 200, answer.length());
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void std153_inTheCloudKmsKeepsTheKeysAndChecksTheOrganization() throws IOException {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        var server = kms(key);
        try (var client = KmsClient.builder()
                .endpointOverride(
                        URI.create("http://localhost:" + server.getAddress().getPort()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            var keys = new KmsKeys(client, "k");
            var stored = new Safe(keys, Clock.systemUTC()).seal(ORGANIZATION, OWNER, SECRET);

            var restarted = new Safe(keys, Clock.systemUTC());
            assertThat(restarted.open(ORGANIZATION, OWNER, stored)).isEqualTo(SECRET);
            assertThatThrownBy(() -> restarted.open(new UUID(9, 9), OWNER, stored))
                    .isInstanceOf(UnreadableSecret.class);
        } finally {
            server.stop(0);
        }
    }
}
