package eu.bekaa.standard.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

class KmsSignerTest {
    @Test
    void theKeyInKmsSignsWhatItsPublicKeyVerifies() throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var server = kms(pair);
        try (var client = KmsClient.builder()
                .endpointOverride(
                        URI.create("http://localhost:" + server.getAddress().getPort()))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            var signer = new KmsSigner(client, "audit");
            var message = "a statement".getBytes(StandardCharsets.UTF_8);

            var signature = signer.sign(message);

            assertThat(FileSigner.signed(signer.publicKey(), message, signature))
                    .isTrue();
            assertThat(FileSigner.signed(signer.publicKey(), "another".getBytes(StandardCharsets.UTF_8), signature))
                    .isFalse();
            assertThat(signer.keyId()).isEqualTo(Fingerprint.of(signer.publicKey()));
        } finally {
            server.stop(0);
        }
    }

    /// Answers as KMS does: the public key, and signatures over raw messages.
    private static HttpServer kms(KeyPair pair) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var base64 = Base64.getEncoder();
            String answer;
            if (target.endsWith("GetPublicKey")) {
                answer = "{\"PublicKey\":\""
                        + base64.encodeToString(pair.getPublic().getEncoded()) + "\"}";
            } else {
                assertThat(asked).contains("ED25519_SHA_512", "RAW");
                var message = asked.replaceFirst(".*\"Message\":\"([^\"]+)\".*", "$1");
                answer = "{\"Signature\":\"" + base64.encodeToString(signed(pair, message)) + "\"}";
            }
            exchange.sendResponseHeaders(200, answer.length());
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        return server;
    }

    private static byte[] signed(KeyPair pair, String message) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(Base64.getDecoder().decode(message));
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
