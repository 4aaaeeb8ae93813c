package eu.bekaa.standard.knowledge.document;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/// Stands where no scanner is connected: it knows the EICAR test file and nothing else, and says so.
@Singleton
class TestFileScanner implements MalwareScanner {
    /// In two parts, or scanners would stop at this file.
    private static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    @Override
    public Verdict scan(byte[] content) {
        return FileCheck.find(content, EICAR, 0, content.length) >= 0
                ? new Verdict.Infected("EICAR-Test-File")
                : new Verdict.Skipped();
    }
}
