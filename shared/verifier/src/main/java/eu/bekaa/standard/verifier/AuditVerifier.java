package eu.bekaa.standard.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Checks an exported audit log against signed checkpoints, offline.
///
/// `java AuditVerifier.java KEY CHECKPOINT… LOG`: the public key (base64, in a file), one or more checkpoints as they
/// were handed out, and the exported log, one record a line. Ends with 0 when everything fits, 1 when something does
/// not, 2 when the files cannot be read.
public final class AuditVerifier {
    private static final String ORIGIN = "0".repeat(64);

    private AuditVerifier() {}

    /// What was found.
    /// @param tamperedAt the first record that does not fit; 0 when all do
    /// @param sealedUpTo the last record that a valid checkpoint before it vouches for
    public record Verdict(boolean whole, long records, long tamperedAt, long sealedUpTo, String reason) {
        static Verdict whole(long records, long sealed) {
            return new Verdict(true, records, 0, sealed, "every record fits");
        }

        static Verdict tampered(long records, long at, long sealed, String reason) {
            return new Verdict(false, records, at, sealed, reason);
        }
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            System.err.println("usage: java AuditVerifier.java KEY CHECKPOINT... LOG");
            System.exit(2);
        }
        System.exit(run(List.of(arguments), System.out));
    }

    static int run(List<String> arguments, PrintStream out) throws IOException {
        var key = Checkpoint.key(Files.readString(Path.of(arguments.getFirst())));
        var checkpoints = new ArrayList<String>();
        for (var file : arguments.subList(1, arguments.size() - 1)) {
            checkpoints.add(Files.readString(Path.of(file)));
        }
        try (var lines = Files.lines(Path.of(arguments.getLast()))) {
            var verdict = verify(key, checkpoints, lines);
            out.println((verdict.whole() ? "whole: " : "TAMPERED: ") + verdict.reason());
            out.println("records read: " + verdict.records() + ", sealed by checkpoints up to: " + verdict.sealedUpTo()
                    + (verdict.whole() ? "" : ", first that does not fit: " + verdict.tamperedAt()));
            return verdict.whole() ? 0 : 1;
        }
    }

    /// @param checkpoints JSON as the product hands it out
    /// @param log         the records from the first on, one JSON object a line
    public static Verdict verify(PublicKey key, List<String> checkpoints, Stream<String> log) {
        var seals = new TreeMap<Long, Checkpoint>();
        for (var json : checkpoints) {
            var checkpoint = Checkpoint.read(json);
            if (!checkpoint.signedBy(key)) {
                return Verdict.tampered(0, checkpoint.sequence(), 0, "a checkpoint is not signed by this key");
            }
            var other = seals.put(checkpoint.sequence(), checkpoint);
            if (other != null && !other.text("root_hash").equals(checkpoint.text("root_hash"))) {
                return Verdict.tampered(0, checkpoint.sequence(), 0, "two signed checkpoints tell different histories");
            }
        }
        var walk = new Walk(seals);
        var lines = log.iterator();
        while (lines.hasNext() && walk.fits()) {
            walk.next(lines.next());
        }
        return walk.verdict();
    }

    /// One walk along the log.
    private static final class Walk {
        private final TreeMap<Long, Checkpoint> seals;
        private final Merkle tree = new Merkle();
        private String previous = ORIGIN;
        private long count;
        private long sealed;
        private long wrong;
        private String reason = "";

        Walk(TreeMap<Long, Checkpoint> seals) {
            this.seals = seals;
        }

        boolean fits() {
            return wrong == 0;
        }

        void next(String line) {
            var expected = count + 1;
            Map<String, Object> record;
            try {
                record = Json.object(line);
            } catch (IllegalArgumentException damaged) {
                found(expected, "the line is not a record: " + damaged.getMessage());
                return;
            }
            var hash = String.valueOf(record.remove("record_hash"));
            if (!String.valueOf(record.get("sequence")).equals(Long.toString(expected))) {
                found(expected, "the record is missing, or another stands in its place");
            } else if (!previous.equals(record.get("prev_hash"))) {
                found(expected, "the record does not link to the one before it");
            } else if (!hash.equals(hash(record))) {
                found(expected, "the record's content does not match its hash");
            } else {
                count = expected;
                previous = hash;
                tree.add(hash);
                seal();
            }
        }

        private void seal() {
            var checkpoint = seals.get(count);
            if (checkpoint == null) {
                return;
            }
            if (!checkpoint.text("head_hash").equals(previous)
                    || !checkpoint.text("root_hash").equals(tree.root())) {
                found(sealed + 1, "history was rewritten between record " + (sealed + 1) + " and record " + count);
            } else {
                sealed = count;
            }
        }

        private void found(long sequence, String what) {
            wrong = sequence;
            reason = "record " + sequence + ": " + what;
        }

        Verdict verdict() {
            if (fits() && !seals.isEmpty() && seals.lastKey() > count) {
                found(count + 1, "the newest records are missing: a checkpoint counts " + seals.lastKey());
            }
            return fits() ? Verdict.whole(count, sealed) : Verdict.tampered(count, wrong, sealed, reason);
        }

        private static String hash(Map<String, Object> record) {
            var bytes = Json.canonical(record).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(Merkle.sha256().digest(bytes));
        }
    }
}
