package eu.bekaa.standard.function.ingestion.extract;

import eu.bekaa.standard.knowledge.text.UnreadableDocument;
import eu.bekaa.standard.knowledge.text.UnreadableDocument.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.util.ZipEntrySource;

/// The parts of a DOCX, XLSX or PPTX. They are read where they lie, one at a time, within [Limits]; what is packed
/// inside a part, such as an archive in an archive, is never opened.
final class OfficePackage implements ZipEntrySource {
    private static final int COMPOUND_FILE = 0xD0CF11E0;

    private final ZipFile zip;
    private final Limits limits = new Limits();
    private final Deadline deadline;
    private boolean closed;

    private OfficePackage(ZipFile zip, Deadline deadline) {
        this.zip = zip;
        this.deadline = deadline;
    }

    static OfficePackage open(byte[] content, Deadline deadline) throws IOException, UnreadableDocument {
        if (content.length > 4 && ByteBuffer.wrap(content).getInt() == COMPOUND_FILE) {
            throw new UnreadableDocument(Reason.FILE_ENCRYPTED);
        }
        var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .setIgnoreLocalFileHeader(true)
                .get();
        int entries = Collections.list(zip.getEntries()).size();
        if (entries > Limits.ENTRIES) {
            throw new UnreadableDocument(Reason.FILE_LIMIT_EXCEEDED);
        }
        return new OfficePackage(zip, deadline);
    }

    Deadline deadline() {
        return deadline;
    }

    /// @param name without a leading slash
    Optional<XmlReader> part(String name) throws IOException, UnreadableDocument {
        var entry = zip.getEntry(name);
        return entry == null ? Optional.empty() : Optional.of(new XmlReader(getInputStream(entry), deadline));
    }

    /// Walks through the parts that hold the package together, before a library does so less carefully.
    void checkStructure() throws IOException, UnreadableDocument {
        for (var entry : Collections.list(zip.getEntries())) {
            if (entry.getName().endsWith(".rels") || entry.getName().equals("[Content_Types].xml")) {
                try (var xml = new XmlReader(getInputStream(entry), deadline)) {
                    while (xml.next()) {
                        deadline.check();
                    }
                }
            }
        }
    }

    /// The part that the package is about.
    String main() throws IOException, UnreadableDocument {
        return targets("", "officeDocument").values().stream()
                .findFirst()
                .orElseThrow(() -> new UnreadableDocument(Reason.FILE_DAMAGED));
    }

    /// The parts inside the package to which a part refers, by reference id, in the order written.
    /// @param type the last word of the relationship's type
    Map<String, String> targets(String part, String type) throws IOException, UnreadableDocument {
        int slash = part.lastIndexOf('/') + 1;
        var targets = new LinkedHashMap<String, String>();
        var relations = part(part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels");
        if (relations.isPresent()) {
            try (var xml = relations.get()) {
                while (xml.next()) {
                    if (xml.starts("Relationship")
                            && xml.attribute("Type").endsWith("/" + type)
                            && !xml.attribute("TargetMode").equals("External")) {
                        targets.put(xml.attribute("Id"), resolved(part, xml.attribute("Target")));
                    }
                }
            }
        }
        return targets;
    }

    private static String resolved(String part, String target) throws UnreadableDocument {
        try {
            return URI.create("/" + part).resolve(target).normalize().getPath().substring(1);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notAPath) {
            throw new UnreadableDocument(Reason.FILE_DAMAGED);
        }
    }

    @Override
    public Enumeration<? extends ZipArchiveEntry> getEntries() {
        return zip.getEntries();
    }

    @Override
    public ZipArchiveEntry getEntry(String name) {
        return zip.getEntry(name);
    }

    @Override
    public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
        deadline.check();
        return closed
                ? new ByteArrayInputStream(new byte[0])
                : limits.counted(zip.getInputStream(entry), entry.getCompressedSize());
    }

    @Override
    public void close() throws IOException {
        closed = true;
        zip.close();
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
