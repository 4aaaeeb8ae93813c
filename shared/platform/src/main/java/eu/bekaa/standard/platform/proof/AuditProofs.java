package eu.bekaa.standard.platform.proof;

import eu.bekaa.standard.data.Audit;
import eu.bekaa.standard.data.AuditEvent;
import eu.bekaa.standard.data.AuditLog;
import eu.bekaa.standard.data.AuditVerification;
import eu.bekaa.standard.data.CanonicalJson;
import eu.bekaa.standard.data.Outcome;
import eu.bekaa.standard.data.ReadOnly;
import eu.bekaa.standard.data.Transactional;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Signs the audit log, proves what is in it and hands it out, so that an outsider need not believe the product.
@Singleton
public class AuditProofs {
    private final AuditLog log;
    private final CheckpointStore checkpoints;
    private final Signer signer;
    private final Audit audit;
    private final Clock clock;
    private final List<String> former;

    AuditProofs(
            AuditLog log, CheckpointStore checkpoints, Signer signer, Audit audit, Clock clock, ProofConfig config) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.signer = signer;
        this.audit = audit;
        this.clock = clock;
        this.former = config.formerPublicKeys();
    }

    /// The newest checkpoint.
    /// @throws Refusal `NOT_FOUND` before the first
    @ReadOnly
    public AuditCheckpoint newest(Caller caller) {
        return last(caller)
                .orElseThrow(
                        () -> new Refusal(ErrorCode.NOT_FOUND, "This log has not been signed yet; POST signs it."));
    }

    /// Signs the log as it stands, unless its newest checkpoint covers all of it already. A log that does not verify is
    /// not signed.
    /// @throws Refusal `CONFLICT` for an empty log, and for one that was tampered with
    @Transactional
    public AuditCheckpoint sign(Caller caller) {
        var verified = verify(caller);
        if (verified.tamperedAtSequence() != null) {
            audit.recordAside(
                    caller,
                    AuditEvent.of("audit.tampering_found", caller.org())
                            .with("sequence", verified.tamperedAtSequence())
                            .outcome(Outcome.BLOCKED));
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "The log does not verify from record " + verified.tamperedAtSequence() + " on and is not signed.");
        }
        var head = log.head(caller);
        if (head.sequence() == 0) {
            throw new Refusal(ErrorCode.CONFLICT, "The log is empty.");
        }
        var newest = last(caller);
        if (newest.isPresent() && newest.get().sequence() == head.sequence()) {
            return newest.get();
        }
        var root = new MerkleTree(log.hashes(caller, head.sequence())).root();
        var signed = new AuditCheckpoint(
                        caller.org(),
                        head.sequence(),
                        head.recordHash(),
                        root,
                        CanonicalJson.timestamp(clock.instant()),
                        AuditCheckpoint.ED25519,
                        signer.keyId(),
                        "")
                .signedBy(signer);
        checkpoints.keep(caller, signed);
        audit.record(
                caller, AuditEvent.of("audit.checkpoint_signed", caller.org()).with("sequence", head.sequence()));
        return signed;
    }

    /// Whether there is more to sign than the record of the last signing.
    @ReadOnly
    public boolean hasGrown(Caller caller) {
        return log.head(caller).sequence()
                > 1 + last(caller).map(AuditCheckpoint::sequence).orElse(0L);
    }

    /// The keys that checkpoints can be checked with, the one in use first.
    public List<VerificationKey> keys() {
        return Stream.concat(Stream.of(signer.publicKey()), former.stream())
                .map(key -> new VerificationKey(Fingerprint.of(key), AuditCheckpoint.ED25519, key))
                .toList();
    }

    /// Proves that a record is in the log that a checkpoint speaks of.
    /// @param size the checkpoint, by the number of records it covers; the newest when null
    /// @throws Refusal `NOT_FOUND` for a record or checkpoint that is not there; `CONFLICT` for a record that the
    ///         checkpoint does not cover yet
    @ReadOnly
    public InclusionProof prove(Caller caller, long sequence, @Nullable Long size) {
        var checkpoint = size == null ? newest(caller) : at(caller, size);
        if (sequence < 1) {
            throw new Refusal(ErrorCode.NOT_FOUND, "There is no record " + sequence + ".");
        }
        if (sequence > checkpoint.sequence()) {
            throw new Refusal(
                    ErrorCode.CONFLICT,
                    "The checkpoint covers " + checkpoint.sequence() + " records, not record " + sequence + ".");
        }
        var hashes = log.hashes(caller, checkpoint.sequence());
        var index = Math.toIntExact(sequence - 1);
        return new InclusionProof(
                sequence, hashes.get(index), index, hashes.size(), new MerkleTree(hashes).path(index), checkpoint);
    }

    /// A slice of the log, one canonical record a line.
    @ReadOnly
    public List<String> export(Caller caller, long from, int most) {
        return log.export(caller, from, most);
    }

    /// Walks the log, and compares it with every checkpoint that was signed.
    @ReadOnly
    public AuditVerification verify(Caller caller) {
        var signed = checkpoints.all(caller);
        var forged = signed.stream().filter(this::isForged).findFirst();
        if (forged.isPresent()) {
            var plain = log.verify(caller, Map.of());
            return plain.tamperedAtSequence() != null
                    ? plain
                    : plain.tampered(
                            forged.get().sequence(), "The checkpoint at this record is not signed by our key.");
        }
        return log.verify(
                caller,
                signed.stream().collect(Collectors.toMap(AuditCheckpoint::sequence, AuditCheckpoint::headHash)));
    }

    private boolean isForged(AuditCheckpoint checkpoint) {
        return keys().stream()
                .filter(key -> key.keyId().equals(checkpoint.keyId()))
                .noneMatch(key -> FileSigner.signed(key.publicKey(), checkpoint.statement(), checkpoint.signature()));
    }

    private AuditCheckpoint at(Caller caller, long size) {
        return checkpoints.all(caller).stream()
                .filter(checkpoint -> checkpoint.sequence() == size)
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.NOT_FOUND, "No checkpoint covers " + size + " records."));
    }

    private Optional<AuditCheckpoint> last(Caller caller) {
        var all = checkpoints.all(caller);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
