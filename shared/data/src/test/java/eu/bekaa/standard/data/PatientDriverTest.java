package eu.bekaa.standard.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.bekaa.standard.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// The pool's driver and a server that comes late.
class PatientDriverTest {
    @Test
    void aServerThatIsAwayIsAskedAgainUntilItAnswers() throws Exception {
        var port = freePort();
        var info = new Properties();
        info.setProperty(PatientDriver.PATIENCE, "60");
        var connecting = CompletableFuture.supplyAsync(() -> connected(port, info));
        assertThat(connecting).isNotCompleted();
        try (var late = new ServerSocket()) {
            late.setReuseAddress(true);
            late.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            pass(late);
            assertThat(connecting.join()).isTrue();
        }
    }

    @Test
    void whenPatienceEndsItSaysWhy() throws Exception {
        var port = freePort();
        var info = new Properties();
        info.setProperty(PatientDriver.PATIENCE, "0");
        assertThatThrownBy(() -> new PatientDriver().connect(url(port), info))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failure -> assertThat(failure.getSQLState()).isEqualTo("08001"));
    }

    @Test
    void aConnectionThatAsksForNoPatienceIsThePlainDrivers() throws Exception {
        assertThat(new PatientDriver().connect(TestDatabase.instance().url(), new Properties()))
                .isNull();
    }

    private static boolean connected(int port, Properties info) {
        try (var connection = new PatientDriver().connect(url(port), info)) {
            return connection != null && connection.isValid(5);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String url(int port) {
        return TestDatabase.instance().url().replaceFirst("localhost:\\d+", "localhost:" + port);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Passes one connection on to the database.
    private static void pass(ServerSocket door) throws IOException {
        var client = door.accept();
        var address = URI.create(TestDatabase.instance().url().substring("jdbc:".length()));
        var server = new Socket(address.getHost(), address.getPort());
        copy(client, server);
        copy(server, client);
    }

    private static void copy(Socket from, Socket to) {
        Thread.startVirtualThread(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException ended) {
                // the other direction has closed both
                return;
            }
        });
    }
}
