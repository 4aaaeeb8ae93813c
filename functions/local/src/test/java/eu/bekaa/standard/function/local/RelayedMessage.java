package eu.bekaa.standard.function.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A request or an answer on its way through a relay.
record RelayedMessage(String head, byte[] body) {
    static final String NEWLINE = "\r\n";

    boolean begins(String word) {
        return head.startsWith(word);
    }

    RelayedMessage corrupted() {
        var other = body.clone();
        if (other.length > 0) {
            other[other.length / 2] ^= 1;
        }
        return new RelayedMessage(head, other);
    }

    byte[] bytes() {
        var all = new ByteArrayOutputStream();
        all.writeBytes((head + NEWLINE).getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    /// A whole message, to be followed by none; null at the end of the stream.
    /// @param asker is told to go on where it waits for that
    static @Nullable RelayedMessage read(InputStream in, @Nullable Socket asker) throws IOException {
        var lines = new StringBuilder();
        long length = asker == null ? -1 : 0;
        boolean chunked = false;
        String line = line(in);
        if (line.isEmpty()) {
            return null;
        }
        while (!line.isEmpty()) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            if (lower.startsWith("expect:") && asker != null) {
                asker.getOutputStream()
                        .write(("HTTP/1.1 100 Continue" + NEWLINE + NEWLINE).getBytes(StandardCharsets.ISO_8859_1));
            } else if (!lower.startsWith("connection:") && !lower.startsWith("expect:")) {
                lines.append(line).append(NEWLINE);
            }
            line = line(in);
        }
        var head = lines.append("Connection: close").append(NEWLINE).toString();
        if (asker == null && (head.contains(" 204 ") || head.contains(" 304 "))) {
            return new RelayedMessage(head, new byte[0]);
        }
        return new RelayedMessage(head, chunked ? chunks(in) : body(in, length));
    }

    private static byte[] body(InputStream in, long length) throws IOException {
        return length < 0 ? in.readAllBytes() : in.readNBytes((int) length);
    }

    /// As they came, marks and all.
    private static byte[] chunks(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        int size;
        do {
            var mark = line(in);
            size = Integer.parseInt(mark.split(";", 2)[0].strip(), 16);
            all.writeBytes((mark + NEWLINE).getBytes(StandardCharsets.ISO_8859_1));
            all.writeBytes(in.readNBytes(size));
            if (size > 0) {
                all.writeBytes((line(in) + NEWLINE).getBytes(StandardCharsets.ISO_8859_1));
            }
        } while (size > 0);
        all.writeBytes((line(in) + NEWLINE).getBytes(StandardCharsets.ISO_8859_1));
        return all.toByteArray();
    }

    /// Without its end; empty at the end of the head and of the stream.
    private static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                bytes.write(next);
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
