package eu.bekaa.standard.catalog.imports;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.Outcome;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.malware.MalwareScanner;
import eu.bekaa.standard.malware.MalwareScanner.Verdict;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/// Has sources looked at for malware before they are read or kept (STD-41).
@Singleton
class SourceScan {
    private final MalwareScanner scanner;
    private final Audit audit;

    SourceScan(MalwareScanner scanner, Audit audit) {
        this.scanner = scanner;
        this.audit = audit;
    }

    /// @throws Refusal `MALWARE_DETECTED`, recorded as a security event; `SERVICE_UNAVAILABLE` when nobody can tell
    void pass(Caller caller, Source source) {
        try (var content = Files.newInputStream(source.file())) {
            if (scanner.scan(content) instanceof Verdict.Infected found) {
                audit.recordAside(
                        caller,
                        AuditEvent.of("security.malware_detected", null)
                                .with("signature", found.signature())
                                .with("content_hash", source.hash())
                                .outcome(Outcome.BLOCKED));
                throw new Refusal(
                        ErrorCode.MALWARE_DETECTED, "Malware was found in the file: " + found.signature() + ".");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
