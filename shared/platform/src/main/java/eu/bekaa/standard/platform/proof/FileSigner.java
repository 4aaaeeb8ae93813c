package eu.bekaa.standard.platform.proof;

import eu.bekaa.standard.platform.secret.KeyFile;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/// Signs with a key that lies in a file only its owner may read: the private key and the public key, base64, a line
/// each.
final class FileSigner implements Signer {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final String publicKey;

    private FileSigner(PrivateKey secret, String publicKey) {
        this.secret = secret;
        this.publicKey = publicKey;
    }

    /// The key of that file, made when it is missing.
    /// @throws IllegalStateException for a file that others may read, or that holds no key
    static FileSigner at(Path file) {
        var lines = KeyFile.at(file, FileSigner::fresh);
        try {
            var secret = KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst())));
            return new FileSigner(secret, lines.getLast());
        } catch (GeneralSecurityException | IllegalArgumentException | NoSuchElementException damaged) {
            throw new IllegalStateException("The signing key at " + file + " is damaged.", damaged);
        }
    }

    private static List<String> fresh() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return Stream.of(pair.getPrivate(), pair.getPublic())
                    .map(key -> Base64.getEncoder().encodeToString(key.getEncoded()))
                    .toList();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String keyId() {
        return Fingerprint.of(publicKey);
    }

    @Override
    public String publicKey() {
        return publicKey;
    }

    @Override
    public String sign(byte[] message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Whether the key, X.509 in base64, signed the message.
    static boolean signed(String publicKey, byte[] message, String signature) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
