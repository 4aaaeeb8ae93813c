package eu.bekaa.standard.bench.platform;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// One kept-alive HTTP connection that does as little as can be, so that what is measured is the server.
public final class Wire implements AutoCloseable {
    private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = 9;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[16 << 10];
    private int bodyStart;
    private int bodyEnd;

    public Wire(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /// A request as it goes over the wire.
    /// @param headers lines without their ends
    public static byte[] request(String method, String path, String body, String... headers) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        if (!method.equals("GET")) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(bytes.length)
                    .append("\r\n");
        }
        var text = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        var all = Arrays.copyOf(text, text.length + bytes.length);
        System.arraycopy(bytes, 0, all, text.length, bytes.length);
        return all;
    }

    /// Sends a request and waits for the whole answer.
    /// @return its status
    public int send(byte[] request) throws IOException {
        out.write(request);
        int filled = 0;
        int headEnd = -1;
        while (headEnd < 0) {
            filled += read(filled);
            headEnd = end(filled);
        }
        bodyStart = headEnd;
        bodyEnd = headEnd + length(headEnd);
        while (filled < bodyEnd) {
            filled += read(filled);
        }
        return (buffer[STATUS_AT] - '0') * 100 + (buffer[STATUS_AT + 1] - '0') * 10 + buffer[STATUS_AT + 2] - '0';
    }

    /// The body of the last answer.
    public String body() {
        return new String(buffer, bodyStart, bodyEnd - bodyStart, StandardCharsets.UTF_8);
    }

    /// A header of the last answer, empty where it has none.
    public String header(String name) {
        return new String(buffer, 0, bodyStart, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int read(int at) throws IOException {
        if (at == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int count = in.read(buffer, at, buffer.length - at);
        if (count < 0) {
            throw new EOFException("The server hung up.");
        }
        return count;
    }

    private int end(int filled) {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n' && buffer[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    /// Answers without a length have no body here: both servers send one.
    private int length(int headEnd) {
        for (int i = 0; i + LENGTH.length < headEnd; i++) {
            if (matches(i)) {
                int value = 0;
                for (int at = i + LENGTH.length; buffer[at] != '\r'; at++) {
                    if (buffer[at] != ' ') {
                        value = 10 * value + buffer[at] - '0';
                    }
                }
                return value;
            }
        }
        return 0;
    }

    private boolean matches(int at) {
        for (int i = 0; i < LENGTH.length; i++) {
            if (Character.toLowerCase(buffer[at + i]) != LENGTH[i]) {
                return false;
            }
        }
        return true;
    }
}
