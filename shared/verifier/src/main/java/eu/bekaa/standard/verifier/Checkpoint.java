package eu.bekaa.standard.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/// A signed statement: at this moment the log had this many records, this newest hash and this Merkle root.
/// @param statement everything but the signature, as it was signed
record Checkpoint(Map<String, Object> statement, byte[] signature) {
    private static final String SIGNATURE = "signature";

    static Checkpoint read(String json) {
        var all = new TreeMap<>(Json.object(json));
        var signature = all.remove(SIGNATURE);
        all.remove("trace_id");
        if (signature == null) {
            throw new IllegalArgumentException("a checkpoint has a signature");
        }
        return new Checkpoint(all, Base64.getDecoder().decode(signature.toString()));
    }

    long sequence() {
        return Long.parseLong(text("sequence"));
    }

    String text(String field) {
        return String.valueOf(statement.get(field));
    }

    /// Whether the key signed it (Ed25519, RFC 8032), over the canonical JSON of the statement.
    boolean signedBy(PublicKey key) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(Json.canonical(statement).getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /// A public key as the product shows it: X.509, base64.
    static PublicKey key(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException malformed) {
            throw new IllegalArgumentException("not an Ed25519 public key", malformed);
        }
    }
}
