package eu.bekaa.standard.platform.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
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
    static FileSigner at(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            var lines = Files.readAllLines(file);
            var keys = KeyFactory.getInstance(ALGORITHM);
            var secret = keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst())));
            return new FileSigner(secret, lines.get(1));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException malformed) {
            throw new IllegalStateException("The signing key at " + file + " is damaged.", malformed);
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        var base64 = Base64.getEncoder();
        var lines = List.of(
                base64.encodeToString(pair.getPrivate().getEncoded()),
                base64.encodeToString(pair.getPublic().getEncoded()));
        var parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, lines, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException other) {
            // another start has made it meanwhile; that one counts
            Files.readAllLines(file);
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
