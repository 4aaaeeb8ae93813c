package eu.bekaa.standard.function.ingestion.extract;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// How much one file may unpack to, over all its parts: 200 MB, and each part to 100 times its packed size once it is
/// larger than a megabyte.
final class Limits {
    static final long UNPACKED = 200L << 20;
    static final int ENTRIES = 1_000;
    static final int RATIO = 100;
    static final int TEXT = 20_000_000;
    static final int PAGES = 5_000;
    /// Graphics states of a PDF that are kept at once; ISO 32000-1, annex C, asks readers for 28.
    static final int GRAPHICS_STATES = 10_000;
    private static final long SMALL = 1 << 20;

    private long unpacked;

    /// @param packed size of the part in the file
    InputStream counted(InputStream in, long packed) {
        return new Counted(in, packed);
    }

    /// Counts bytes that were unpacked outside a stream of ours.
    /// @param packed   what the part has taken from the file so far
    /// @param unpacked what the part has given so far, the latest bytes included
    void count(long packed, long unpacked, int more) throws Exceeded {
        count(unpacked - more, more, packed);
    }

    static void text(long characters) throws Exceeded {
        if (characters > TEXT) {
            throw new Exceeded();
        }
    }

    private long count(long part, int more, long packed) throws Exceeded {
        unpacked += more;
        long now = part + more;
        if (unpacked > UNPACKED || (now > SMALL && now > packed * RATIO)) {
            throw new Exceeded();
        }
        return now;
    }

    /// A file that unpacks to more than can be read.
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("The file unpacks to too much.");
        }
    }

    private final class Counted extends FilterInputStream {
        private final long packed;
        private long part;

        Counted(InputStream in, long packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            part = count(part, one < 0 ? 0 : 1, packed);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            part = count(part, Math.max(read, 0), packed);
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
