package eu.bekaa.standard.data;

import java.util.Arrays;

/// An object of plain values as PostgreSQL writes it, put into canonical order. Strings are copied as they stand, for
/// both escape alike; what is not flat is copied as it stands, and so does
/// not match its hash.
final class FlatJson {
    private static final byte[] EMPTY = {'{', '}'};
    private static final byte[] OPEN = {'{'};
    private static final byte[] CLOSE = {'}'};
    private static final byte[] COMMA = {','};
    private static final byte[] COLON = {':'};

    private int[] starts = new int[32];
    private int[] ends = new int[32];

    /// @param from   UTF-8
    /// @param offset of the opening brace
    /// @param end    behind the closing one
    void canonical(byte[] from, int offset, int end, CanonicalBytes out) {
        int members = members(from, offset + 1, end);
        if (!isFlat(from, members)) {
            out.raw(from, offset, end - offset);
            return;
        }
        if (members == 0) {
            out.raw(EMPTY);
            return;
        }
        sort(from, members);
        for (int i = 0; i < members; i++) {
            out.raw(i == 0 ? OPEN : COMMA);
            int name = string(from, starts[i], ends[i]);
            out.raw(from, starts[i], name - starts[i]);
            out.raw(COLON);
            int value = skip(from, name + 1, ends[i]);
            out.raw(from, value, ends[i] - value);
        }
        out.raw(CLOSE);
    }

    /// Notes where each member begins and ends.
    private int members(byte[] from, int offset, int end) {
        int count = 0;
        int at = skip(from, offset, end);
        while (at < end - 1) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
            }
            starts[count] = at;
            while (at < end - 1 && from[at] != ',') {
                at = from[at] == '"' ? string(from, at, end) : at + 1;
            }
            ends[count++] = at;
            at = skip(from, at + 1, end);
        }
        return count;
    }

    /// Whether each member is a name, a colon and something.
    private boolean isFlat(byte[] from, int members) {
        for (int i = 0; i < members; i++) {
            int name = string(from, starts[i], ends[i]);
            if (from[starts[i]] != '"' || name >= ends[i] || from[name] != ':') {
                return false;
            }
        }
        return true;
    }

    /// By name; there are few, and PostgreSQL has them nearly in order.
    private void sort(byte[] from, int members) {
        for (int i = 1; i < members; i++) {
            int start = starts[i];
            int end = ends[i];
            int at = i - 1;
            while (at >= 0 && compare(from, starts[at], start) > 0) {
                starts[at + 1] = starts[at];
                ends[at + 1] = ends[at];
                at--;
            }
            starts[at + 1] = start;
            ends[at + 1] = end;
        }
    }

    private static int compare(byte[] from, int one, int other) {
        int oneEnd = string(from, one, from.length) - 1;
        int otherEnd = string(from, other, from.length) - 1;
        return Arrays.compareUnsigned(from, one + 1, oneEnd, from, other + 1, otherEnd);
    }

    /// The place behind the string that begins here.
    private static int string(byte[] from, int offset, int end) {
        int at = offset + 1;
        while (at < end && from[at] != '"') {
            at += from[at] == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, end);
    }

    private static int skip(byte[] from, int offset, int end) {
        int at = offset;
        while (at < end && from[at] == ' ') {
            at++;
        }
        return at;
    }
}
