package eu.bekaa.standard.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;

/// What [CanonicalJson] writes, as bytes and without an object per value: for walks along long chains. The buffer is
/// used again for every record.
final class CanonicalBytes {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final long MICROS = 1_000_000;
    /// From 1970 to 2000, where PostgreSQL's time begins.
    private static final long EPOCH_SECONDS = 946_684_800;

    private byte[] bytes = new byte[4096];
    private int length;

    void clear() {
        length = 0;
    }

    /// @param text ASCII
    void raw(byte[] text) {
        raw(text, 0, text.length);
    }

    void raw(byte[] from, int offset, int count) {
        reserve(count);
        System.arraycopy(from, offset, bytes, length, count);
        length += count;
    }

    void nothing() {
        raw(NULL);
    }

    /// A string, given as UTF-8.
    void text(byte[] from, int offset, int count) {
        // the worst: every byte escaped
        reserve(6 * count + 2);
        bytes[length++] = '"';
        for (int i = offset; i < offset + count; i++) {
            byte b = from[i];
            if (b >= 0 && b < ' ' || b == '"' || b == '\\') {
                escaped(b);
            } else {
                bytes[length++] = b;
            }
        }
        bytes[length++] = '"';
    }

    /// An id, given as its sixteen bytes.
    void uuid(byte[] from, int offset) {
        reserve(38);
        bytes[length++] = '"';
        for (int i = 0; i < 16; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                bytes[length++] = '-';
            }
            hex(from[offset + i]);
        }
        bytes[length++] = '"';
    }

    void number(long value) {
        raw(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
    }

    /// A moment of the years 0 to 9999, as `2026-04-19T10:30:00.123456Z`.
    /// @param micros since 2000
    void moment(long micros) {
        var at = LocalDateTime.ofEpochSecond(EPOCH_SECONDS + Math.floorDiv(micros, MICROS), 0, ZoneOffset.UTC);
        reserve(29);
        bytes[length++] = '"';
        digits(at.getYear(), 4);
        bytes[length++] = '-';
        digits(at.getMonthValue(), 2);
        bytes[length++] = '-';
        digits(at.getDayOfMonth(), 2);
        bytes[length++] = 'T';
        digits(at.getHour(), 2);
        bytes[length++] = ':';
        digits(at.getMinute(), 2);
        bytes[length++] = ':';
        digits(at.getSecond(), 2);
        bytes[length++] = '.';
        digits((int) Math.floorMod(micros, MICROS), 6);
        bytes[length++] = 'Z';
        bytes[length++] = '"';
    }

    /// Lower-case hex of the hash of what has been written.
    String hash(MessageDigest digest) {
        digest.update(bytes, 0, length);
        return HexFormat.of().formatHex(digest.digest());
    }

    private void escaped(byte b) {
        bytes[length++] = '\\';
        switch (b) {
            case '"', '\\' -> bytes[length++] = b;
            case '\b' -> bytes[length++] = 'b';
            case '\f' -> bytes[length++] = 'f';
            case '\n' -> bytes[length++] = 'n';
            case '\r' -> bytes[length++] = 'r';
            case '\t' -> bytes[length++] = 't';
            default -> {
                bytes[length++] = 'u';
                bytes[length++] = '0';
                bytes[length++] = '0';
                hex(b);
            }
        }
    }

    private void hex(byte b) {
        bytes[length++] = HEX[b >> 4 & 15];
        bytes[length++] = HEX[b & 15];
    }

    private void digits(int value, int count) {
        int rest = value;
        for (int i = length + count - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    private void reserve(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
        }
    }
}
