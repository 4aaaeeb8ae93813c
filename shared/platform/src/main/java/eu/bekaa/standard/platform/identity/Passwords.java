package eu.bekaa.standard.platform.identity;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id with 19 MiB, two passes and one lane (OWASP Password Storage Cheat Sheet), kept as a PHC string.
@Singleton
final class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final String PREFIX = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$";

    private final SecureRandom random = new SecureRandom();
    private final String nobodys = hash("a password that nobody has");

    String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return PREFIX + encode(salt) + "$" + encode(derive(password, salt));
    }

    /// Takes as long whether or not the hash is of the expected form.
    boolean matches(String password, String hash) {
        var parts = hash.split("\\$", -1);
        if (parts.length != 6 || !hash.startsWith(PREFIX)) {
            return false;
        }
        var salt = Base64.getDecoder().decode(parts[4]);
        return MessageDigest.isEqual(derive(password, salt), Base64.getDecoder().decode(parts[5]));
    }

    /// A hash that no password matches, so that an unknown address takes as long to refuse as a wrong password.
    String nobodys() {
        return nobodys;
    }

    private static byte[] derive(String password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        var out = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), out);
        return out;
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
