package eu.bekaa.standard.function.packaged;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A PostgreSQL that asks whoever connects for a password and is content with none, as the database proxy is with a
/// token that has expired.
final class AskingDatabase implements AutoCloseable {
    private static final int TLS_REQUEST = 80877103;
    private static final byte[] PASSWORD_PLEASE = {'R', 0, 0, 0, 8, 0, 0, 0, 3};
    private static final String REFUSED = "SFATAL\0C28P01\0Mno\0\0";

    private final ServerSocket server;

    AskingDatabase() throws IOException {
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/standard?user=standard_app";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                Thread.ofVirtual().start(() -> ask(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void ask(Socket client) {
        try (client;
                var in = new DataInputStream(client.getInputStream());
                var out = client.getOutputStream()) {
            if (startup(in) == TLS_REQUEST) {
                out.write('N');
                startup(in);
            }
            out.write(PASSWORD_PLEASE);
            in.readByte();
            in.skipNBytes(in.readInt() - Integer.BYTES);
            refuse(out);
        } catch (IOException gone) {
            // whoever asked no longer waits
        }
    }

    /// @return what the message asks for
    private static int startup(DataInputStream in) throws IOException {
        int length = in.readInt();
        int code = in.readInt();
        in.skipNBytes(length - 2L * Integer.BYTES);
        return code;
    }

    private static void refuse(OutputStream out) throws IOException {
        var message = REFUSED.getBytes(StandardCharsets.UTF_8);
        out.write(new byte[] {'E', 0, 0, 0, (byte) (Integer.BYTES + message.length)});
        out.write(message);
        out.flush();
    }
}
