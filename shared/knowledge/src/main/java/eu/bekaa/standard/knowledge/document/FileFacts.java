package eu.bekaa.standard.knowledge.document;

import org.jspecify.annotations.Nullable;

/// What is remembered of a file besides its bytes.
/// @param hash      SHA-256, 64 hex digits
/// @param signature the malware found in it
record FileFacts(
        FileName name,
        String mimeType,
        String hash,
        long size,
        ScanStatus scanStatus,
        @Nullable String signature) {}
