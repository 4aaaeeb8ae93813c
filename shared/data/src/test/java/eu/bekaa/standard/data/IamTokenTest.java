package eu.bekaa.standard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.plugin.AuthenticationRequestType;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.rds.RdsUtilities;

class IamTokenTest {
    private static final List<String> SETTINGS =
            List.of("aws.region", "aws.accessKeyId", "aws.secretAccessKey", "aws.sessionToken");

    private final Properties before = new Properties();

    @BeforeEach
    void aFunctionsCredentials() {
        before.putAll(System.getProperties());
        System.setProperty("aws.region", "eu-central-1");
        credentials("first");
    }

    @AfterEach
    void putBack() {
        for (String setting : SETTINGS) {
            if (before.containsKey(setting)) {
                System.setProperty(setting, before.getProperty(setting));
            } else {
                System.clearProperty(setting);
            }
        }
    }

    @Test
    void theTokenIsTheOneThatTheSdkWouldMake() {
        var connection = new Properties();
        connection.setProperty("PGHOST", "standard-prod-proxy.proxy-c0ffee.eu-central-1.rds.amazonaws.com");
        connection.setProperty("PGPORT", "5432");
        connection.setProperty("user", "standard_app");
        String ours;
        String theirs;
        do {
            ours = new String(new IamToken(connection).getPassword(AuthenticationRequestType.CLEARTEXT_PASSWORD));
            theirs = sdk(connection);
        } while (!date(ours).equals(date(theirs)));
        assertThat(parameters(ours)).isEqualTo(parameters(theirs));
    }

    @Test
    void everyNewConnectionShowsATokenOfItsOwn() throws IOException {
        try (var server = new AskingServer()) {
            refused(server);
            credentials("second");
            refused(server);

            assertThat(server.shown).hasSize(2);
            assertThat(server.shown.getFirst())
                    .startsWith("localhost:" + server.port() + "/?")
                    .contains("Action=connect", "DBUser=standard_app", "X-Amz-Expires=900", "X-Amz-Credential=first");
            assertThat(server.shown.getLast()).contains("X-Amz-Credential=second");
        }
    }

    private static void refused(AskingServer server) {
        var url = "jdbc:postgresql://localhost:" + server.port()
                + "/standard?user=standard_app&sslmode=disable&authenticationPluginClassName="
                + IamToken.class.getName();
        assertThatThrownBy(() -> DriverManager.getConnection(url)).isInstanceOf(SQLException.class);
    }

    private static void credentials(String accessKey) {
        System.setProperty("aws.accessKeyId", accessKey);
        System.setProperty("aws.secretAccessKey", "secret of " + accessKey);
        System.setProperty("aws.sessionToken", "session/of+" + accessKey);
    }

    private static String sdk(Properties connection) {
        return RdsUtilities.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(DefaultCredentialsProvider.builder().build())
                .build()
                .generateAuthenticationToken(token -> token.hostname(connection.getProperty("PGHOST"))
                        .port(Integer.parseInt(connection.getProperty("PGPORT")))
                        .username(connection.getProperty("user")));
    }

    private static List<String> parameters(String token) {
        var parts = token.split("\\?", 2);
        var all = new ArrayList<>(List.of(parts[1].split("&")));
        Collections.sort(all);
        all.addFirst(parts[0]);
        return all;
    }

    private static String date(String token) {
        return parameters(token).stream()
                .filter(parameter -> parameter.startsWith("X-Amz-Date="))
                .findFirst()
                .orElseThrow();
    }

    /// Speaks PostgreSQL just long enough to ask for a password.
    private static final class AskingServer implements AutoCloseable {
        private static final int CLEARTEXT = 3;

        private final ServerSocket socket = new ServerSocket(0, 2, InetAddress.getByName("localhost"));
        private final List<String> shown = Collections.synchronizedList(new ArrayList<>());

        AskingServer() throws IOException {
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (var client = socket.accept();
                        var in = new DataInputStream(client.getInputStream());
                        var out = new DataOutputStream(client.getOutputStream())) {
                    in.readFully(new byte[in.readInt() - Integer.BYTES]);
                    out.writeByte('R');
                    out.writeInt(2 * Integer.BYTES);
                    out.writeInt(CLEARTEXT);
                    out.flush();
                    in.readByte();
                    var password = new byte[in.readInt() - Integer.BYTES];
                    in.readFully(password);
                    shown.add(new String(password, 0, password.length - 1, StandardCharsets.UTF_8));
                    var refusal = "SFATAL\0C28P01\0Mno\0\0".getBytes(StandardCharsets.UTF_8);
                    out.writeByte('E');
                    out.writeInt(Integer.BYTES + refusal.length);
                    out.write(refusal);
                } catch (IOException gone) {
                    // the client has hung up, or the test is over
                }
            }
        }
    }
}
