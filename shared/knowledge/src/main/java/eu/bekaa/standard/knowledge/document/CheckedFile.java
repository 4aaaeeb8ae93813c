package eu.bekaa.standard.knowledge.document;

import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.malware.MalwareScanner;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A file that has been looked at before it is stored: name, type, size, malware (STD-40, STD-41).
record CheckedFile(FileFacts facts, byte[] content) {
    /// @param label what the client calls the content
    /// @throws Refusal `VALIDATION_ERROR` for an empty file, `FILE_TOO_LARGE`, `UNSUPPORTED_MEDIA_TYPE`; malware is
    ///         not thrown but told by the facts
    static CheckedFile of(FileName name, @Nullable String label, byte[] content, MalwareScanner scanner) {
        var type = FileCheck.named(name, label);
        FileCheck.content(type, content);
        var hash = hash(content);
        var facts = switch (scanner.scan(content)) {
            case MalwareScanner.Verdict.Clean clean ->
                new FileFacts(name, type.mimeType(), hash, content.length, ScanStatus.CLEAN, null);
            case MalwareScanner.Verdict.Skipped skipped ->
                new FileFacts(name, type.mimeType(), hash, content.length, ScanStatus.SKIPPED, null);
            case MalwareScanner.Verdict.Infected found ->
                new FileFacts(name, type.mimeType(), hash, content.length, ScanStatus.INFECTED, found.signature());
        };
        return new CheckedFile(facts, content);
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    boolean isInfected() {
        return facts.scanStatus() == ScanStatus.INFECTED;
    }
}
