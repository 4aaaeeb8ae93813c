package eu.bekaa.standard.packaging;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A zip as Lambda unpacks it: every jar as it is in `lib`. The jars are compressed already, so the zip only stores
/// them: what is uploaded is as large as what is unpacked.
record LambdaZip(Path file, long size) {
    /// What Lambda accepts, unpacked.
    static final long LIMIT = 250L * 1024 * 1024;

    static LambdaZip write(Path file, List<Path> jars) throws IOException {
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.setMethod(ZipOutputStream.STORED);
            for (Path jar : jars) {
                var content = Files.readAllBytes(jar);
                var checksum = new CRC32();
                checksum.update(content);
                var entry = new ZipEntry("lib/" + jar.getFileName());
                entry.setTimeLocal(Library.DATE);
                entry.setSize(content.length);
                entry.setCrc(checksum.getValue());
                out.putNextEntry(entry);
                out.write(content);
            }
        }
        return new LambdaZip(file, Files.size(file));
    }
}
