package eu.bekaa.standard.function.local.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLDocument;

/// Office files that come out the same, byte for byte, whenever they are written.
final class OfficeBytes {
    private static final Date WRITTEN = new Date(1_767_225_600_000L);
    private static final LocalDateTime PACKED = LocalDateTime.of(2026, 1, 1, 0, 0);

    private OfficeBytes() {}

    static byte[] of(POIXMLDocument document) throws IOException {
        var properties = document.getProperties().getCoreProperties();
        properties.setCreator("Standard");
        properties.setCreated(Optional.of(WRITTEN));
        properties.setModified(Optional.of(WRITTEN));
        var packed = new ByteArrayOutputStream();
        document.write(packed);
        return undated(packed.toByteArray());
    }

    /// The same archive, its entries dated alike.
    private static byte[] undated(byte[] archive) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive));
                var out = new ZipOutputStream(bytes)) {
            for (var next = in.getNextEntry(); next != null; next = in.getNextEntry()) {
                var entry = new ZipEntry(next.getName());
                entry.setTimeLocal(PACKED);
                out.putNextEntry(entry);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
