package eu.bekaa.standard.web.multipart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The bytes of one part: in memory while small, on disk beyond that. The file on disk loses its name as soon as it is
/// open, so that nothing is left behind however the process ends.
public final class Spool implements Closeable {
    private static final int IN_MEMORY = 1 << 20;
    private static final int STEP = 64 << 10;

    private final byte[] head;
    private final @Nullable FileChannel disk;
    private final long size;

    private Spool(byte[] head, @Nullable FileChannel disk, long size) {
        this.head = head;
        this.disk = disk;
        this.size = size;
    }

    static Spool of(InputStream in) throws IOException {
        var memory = new ByteArrayOutputStream(STEP);
        var buffer = new byte[STEP];
        int read;
        while ((read = in.read(buffer)) >= 0) {
            memory.write(buffer, 0, read);
            if (memory.size() > IN_MEMORY) {
                return onDisk(memory.toByteArray(), in, buffer);
            }
        }
        return new Spool(memory.toByteArray(), null, memory.size());
    }

    private static Spool onDisk(byte[] start, InputStream rest, byte[] buffer) throws IOException {
        var channel = nameless();
        try {
            write(channel, start, start.length);
            int read;
            while ((read = rest.read(buffer)) >= 0) {
                write(channel, buffer, read);
            }
            return new Spool(new byte[0], channel, channel.size());
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    private static FileChannel nameless() throws IOException {
        var path = Files.createTempFile("standard-upload", null);
        try {
            return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(path);
        }
    }

    private static void write(FileChannel channel, byte[] bytes, int length) throws IOException {
        var source = ByteBuffer.wrap(bytes, 0, length);
        while (source.hasRemaining()) {
            channel.write(source);
        }
    }

    long size() {
        return size;
    }

    InputStream stream() {
        return disk == null ? new ByteArrayInputStream(head) : new DiskStream(disk);
    }

    @Override
    public void close() throws IOException {
        if (disk != null) {
            disk.close();
        }
    }

    /// Reads by position, so that several streams of one file do not disturb each other; closing it leaves the file
    /// open.
    private static final class DiskStream extends InputStream {
        private final FileChannel disk;
        private long position;

        DiskStream(FileChannel disk) {
            this.disk = disk;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int read = disk.read(ByteBuffer.wrap(into, offset, length), position);
            position += Math.max(read, 0);
            return read;
        }
    }
}
