package eu.bekaa.standard.platform.secret;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// Data keys under a key in a file: for a platform on one machine.
final class FileKeys implements DataKeys {
    private final byte[] master;
    private final Cipher256 cipher;
    private final SecureRandom random;

    private FileKeys(byte[] master, SecureRandom random) {
        this.master = master;
        this.random = random;
        this.cipher = new Cipher256(random);
    }

    /// Reads the key, making it when there is none.
    /// @throws IllegalStateException for a file that others may read, or that holds no key
    static FileKeys at(Path file, SecureRandom random) {
        var lines = KeyFile.at(file, () -> {
            var key = new byte[Cipher256.KEY_BYTES];
            random.nextBytes(key);
            return List.of(HexFormat.of().formatHex(key));
        });
        try {
            var master = HexFormat.of().parseHex(String.join("", lines).strip());
            if (master.length == Cipher256.KEY_BYTES) {
                return new FileKeys(master, random);
            }
        } catch (IllegalArgumentException notHex) {
            throw new IllegalStateException(noKey(file), notHex);
        }
        throw new IllegalStateException(noKey(file));
    }

    private static String noKey(Path file) {
        return "The key file " + file + " holds no key of 256 bits.";
    }

    @Override
    public DataKey fresh(UUID organization) {
        var plain = new byte[Cipher256.KEY_BYTES];
        random.nextBytes(plain);
        return new DataKey(plain, cipher.encrypt(master, context(organization), plain));
    }

    @Override
    public byte[] unwrap(UUID organization, byte[] wrapped) {
        return cipher.decrypt(master, context(organization), wrapped);
    }

    private static byte[] context(UUID organization) {
        return ("data key of " + organization).getBytes(StandardCharsets.UTF_8);
    }
}
