package eu.bekaa.standard.platform.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// The short name of a public key: the first 16 hex digits of its SHA-256.
final class Fingerprint {
    private static final int BYTES = 8;

    private Fingerprint() {}

    /// @param publicKey X.509, base64
    static String of(String publicKey) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(publicKey));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
