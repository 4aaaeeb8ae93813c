package eu.bekaa.standard.platform.outbound;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// One request and its answer in HTTP/1.1, and no more of the protocol than that takes: no redirects, no cookies, no
/// compression, and of the answer's body only its beginning.
final class Exchange {
    private static final int MAX_HEAD = 16 * 1024;
    private static final int MAX_KEPT = 2_000;
    /// A longer rest is not read to its end; the connection is closed instead.
    private static final int MAX_READ = 64 * 1024;
    private static final int MAX_INTERIM = 5;

    private final byte[] request;
    private boolean followed;

    private Exchange(byte[] request) {
        this.request = request;
    }

    /// The connection had been closed before a byte of the answer came.
    static final class Unheard extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /// @param headers values without line breaks
    static Exchange post(Target target, Map<String, String> headers, byte[] body) {
        var all = new HashMap<>(headers);
        all.put("Content-Length", Integer.toString(body.length));
        return new Exchange(bytes("POST", target, all, body));
    }

    static Exchange get(Target target, Map<String, String> headers) {
        return new Exchange(bytes("GET", target, headers, new byte[0]));
    }

    private static byte[] bytes(String method, Target target, Map<String, String> headers, byte[] body) {
        var head = new StringBuilder(method + " " + target.path() + " HTTP/1.1\r\n");
        head.append("Host: ").append(target.authority()).append("\r\n");
        head.append("User-Agent: Standard\r\nAccept: */*\r\n");
        headers.forEach((name, value) -> {
            if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
                throw new IllegalArgumentException("A header's value is not plain: " + name);
            }
            head.append(name).append(": ").append(value).append("\r\n");
        });
        var out = new ByteArrayOutputStream();
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /// Whether another exchange may use the same connection.
    boolean mayBeFollowed() {
        return followed;
    }

    Answer over(Socket socket) throws IOException {
        var in = new BufferedInputStream(socket.getInputStream());
        int first;
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            in.mark(1);
            first = in.read();
        } catch (IOException closed) {
            throw heard(new Unheard(), closed);
        }
        if (first < 0) {
            throw new Unheard();
        }
        in.reset();
        for (int interim = 0; interim < MAX_INTERIM; interim++) {
            var statusLine = line(in, MAX_HEAD);
            int status = status(statusLine);
            var headers = headers(in);
            if (status >= 200) {
                return answer(in, statusLine, status, headers);
            }
        }
        throw new ProtocolException("no final answer");
    }

    private static IOException heard(Unheard unheard, IOException closed) {
        unheard.initCause(closed);
        return unheard;
    }

    private Answer answer(InputStream in, String statusLine, int status, Map<String, String> headers)
            throws IOException {
        boolean open = statusLine.startsWith("HTTP/1.1")
                && !headers.getOrDefault("connection", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("close");
        if (status == 204 || status == 304) {
            followed = open;
            return new Answer(status, "");
        }
        if (headers.containsKey("transfer-encoding")) {
            return new Answer(status, chunks(in));
        }
        var length = headers.get("content-length");
        if (length == null) {
            return new Answer(status, text(in.readNBytes(MAX_KEPT)));
        }
        long announced = length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1;
        if (announced < 0) {
            throw new ProtocolException("unreadable length");
        }
        var body = in.readNBytes((int) Math.min(announced, MAX_READ));
        if (body.length < Math.min(announced, MAX_KEPT)) {
            throw new ProtocolException("the answer broke off");
        }
        followed = open && body.length == announced;
        return new Answer(status, text(body));
    }

    private static String chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        while (body.size() < MAX_KEPT) {
            var size = line(in, MAX_HEAD).split(";", 2)[0].strip();
            if (!size.matches("[0-9a-fA-F]{1,8}")) {
                throw new ProtocolException("unreadable chunk");
            }
            long length = Long.parseLong(size, 16);
            if (length == 0) {
                break;
            }
            var part = in.readNBytes((int) Math.min(length, MAX_KEPT));
            body.writeBytes(part);
            if (part.length < length) {
                break;
            }
            line(in, MAX_HEAD);
        }
        return text(body.toByteArray());
    }

    private static int status(String line) throws ProtocolException {
        var parts = line.split(" ", 3);
        if (parts.length < 2 || !parts[0].matches("HTTP/1\\.[01]") || !parts[1].matches("[1-9][0-9]{2}")) {
            throw new ProtocolException("not HTTP");
        }
        return Integer.parseInt(parts[1]);
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        int left = MAX_HEAD;
        for (var line = line(in, left); !line.isEmpty(); line = line(in, left)) {
            left -= line.length();
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private static String line(InputStream in, int most) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.size() >= most) {
                throw new ProtocolException("the answer's head is cut or too long");
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /// The beginning, as text that can be stored: no character is cut in two.
    private static String text(byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8).replace("\0", "");
        if (text.length() <= MAX_KEPT) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_KEPT - 1)) ? MAX_KEPT - 1 : MAX_KEPT);
    }
}
