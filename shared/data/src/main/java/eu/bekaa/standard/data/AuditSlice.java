package eu.bekaa.standard.data;

import java.util.List;

/// The records of one assessment, with the state of the chain that they are part of.
/// @param records      in the order of the chain
/// @param verification of the whole chain, walked when the slice was cut
/// @param headSequence of the newest record of the chain; 0 for none
/// @param headHash     of that record
public record AuditSlice(
        List<AuditRecord> records, AuditVerification verification, long headSequence, String headHash) {
    public AuditSlice {
        records = List.copyOf(records);
    }

    /// Of each record the text whose SHA-256 is its hash: canonical JSON on one line.
    public List<String> hashedTexts() {
        return records.stream().map(AuditChain::hashedText).toList();
    }

    /// The hash of each record.
    public List<String> hashes() {
        return records.stream().map(AuditRecord::recordHash).toList();
    }
}
