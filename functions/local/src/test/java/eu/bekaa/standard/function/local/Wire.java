package eu.bekaa.standard.function.local;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A connection that sends bytes as they are given, also those that no client library would send.
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final URI base;
    private Socket socket;
    private InputStream in;

    Wire(URI base) {
        this.base = base;
    }

    /// @param headers by lower-case name
    record Answer(int status, Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            var values = headers.get(name.toLowerCase(Locale.ROOT));
            return values == null ? "" : values.getFirst();
        }

        String mediaType() {
            return header("content-type").split(";", 2)[0].strip();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /// What is asked on one line, without header lines of its own.
    record Request(String method, String target, List<String> headers, byte[] body) {
        byte[] bytes(String host) {
            var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n");
            headers.forEach(line -> head.append(line).append("\r\n"));
            if (body.length > 0 || !method.matches("GET|HEAD|DELETE|OPTIONS")) {
                head.append("Content-Length: ").append(body.length).append("\r\n");
            }
            var all = new ByteArrayOutputStream();
            all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            all.writeBytes(body);
            return all.toByteArray();
        }

        /// For reports of what was sent.
        @Override
        public String toString() {
            var shown = new String(body, 0, Math.min(body.length, 600), StandardCharsets.UTF_8);
            return method + " " + cut(target) + " "
                    + headers.stream()
                            .filter(line -> !line.startsWith("Cookie: standard"))
                            .map(Request::cut)
                            .toList()
                    + " " + shown;
        }

        private static String cut(String text) {
            return text.length() > 300 ? text.substring(0, 300) + "…(" + text.length() + ")" : text;
        }
    }

    Answer send(Request request) throws IOException {
        return send(request.bytes(base.getAuthority()), request.method().equals("HEAD"));
    }

    /// Sends the bytes on the open connection, or on a new one where the server has closed it.
    Answer send(byte[] bytes, boolean withoutBody) throws IOException {
        boolean fresh = socket == null;
        try {
            return exchange(bytes, withoutBody);
        } catch (IOException lost) {
            close();
            if (fresh) {
                throw lost;
            }
            return exchange(bytes, withoutBody);
        }
    }

    private Answer exchange(byte[] bytes, boolean withoutBody) throws IOException {
        if (socket == null) {
            socket = new Socket(base.getHost(), base.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(socket.getInputStream());
        }
        IOException unsent = null;
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException refusedEarly) {
            // a server may answer a body that is too long before it has read it
            unsent = refusedEarly;
        }
        try {
            var answer = read(withoutBody);
            if (unsent != null || answer.header("connection").equalsIgnoreCase("close")) {
                close();
            }
            return answer;
        } catch (IOException nothing) {
            if (unsent != null) {
                nothing.addSuppressed(unsent);
            }
            throw nothing;
        }
    }

    private Answer read(boolean withoutBody) throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var headers = new TreeMap<String, List<String>>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var parts = line.split(":", 2);
            headers.computeIfAbsent(parts[0].toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(parts[1].strip());
        }
        if (status == 100) {
            return read(withoutBody);
        }
        var empty = withoutBody || status == 204 || status == 304;
        return new Answer(status, headers, empty ? new byte[0] : body(headers));
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return in.readNBytes(Integer.parseInt(headers.get("content-length").getFirst()));
        }
        if (!headers.containsKey("transfer-encoding")) {
            var rest = in.readAllBytes();
            close();
            return rest;
        }
        var all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection ended after: " + line);
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
