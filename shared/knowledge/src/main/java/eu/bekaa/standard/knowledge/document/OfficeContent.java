package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.knowledge.text.FileType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

/// Looks into an Office package just far enough to tell a document from a workbook, a presentation or any other
/// archive.
final class OfficeContent {
    private static final String TYPES = "[Content_Types].xml";
    private static final int TYPES_LIMIT = 1 << 20;
    private static final int ENTRIES = 1_000;
    private static final int UNPACKED = 16 << 20;

    private OfficeContent() {}

    /// False when the package is legible and of another kind. A damaged one may be anything: reading it will tell.
    static boolean mayBe(FileType type, byte[] content) {
        int budget = UNPACKED;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            for (int entries = 0; entries < ENTRIES && budget > 0; entries++) {
                var entry = zip.getNextEntry();
                if (entry == null) {
                    return false;
                }
                if (entry.getName().equals(TYPES)) {
                    return declares(type, new String(zip.readNBytes(TYPES_LIMIT), StandardCharsets.UTF_8));
                }
                budget -= skip(zip, budget);
            }
            return true;
        } catch (IOException | IllegalArgumentException damaged) {
            return true;
        }
    }

    private static int skip(ZipInputStream zip, int most) throws IOException {
        var buffer = new byte[8 << 10];
        int skipped = 0;
        int read;
        while (skipped < most && (read = zip.read(buffer)) >= 0) {
            skipped += read;
        }
        return skipped;
    }

    private static boolean declares(FileType type, String types) {
        return switch (type) {
            case DOCX -> types.contains("wordprocessingml.document.main+xml");
            case XLSX -> types.contains("spreadsheetml.sheet.main+xml");
            case PPTX ->
                types.contains("presentationml.presentation.main+xml")
                        || types.contains("presentationml.slideshow.main+xml");
            case TXT, MD, CSV, JSON, PDF, HTML -> false;
        };
    }
}
