package eu.bekaa.standard.platform.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/// Data keys under a key in a file: for a platform on one machine.
final class FileKeys implements DataKeys {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

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
        try {
            make(file, random);
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalStateException(
                        "The key file " + file + " may be read by others; make it readable by its owner only (600).");
            }
            var master = HexFormat.of().parseHex(Files.readString(file).strip());
            if (master.length != Cipher256.KEY_BYTES) {
                throw new IllegalStateException("The key file " + file + " holds no key of 256 bits.");
            }
            return new FileKeys(master, random);
        } catch (IOException | IllegalArgumentException failure) {
            throw new IllegalStateException("The key file " + file + " cannot be read.", failure);
        }
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

    private static void make(Path file, SecureRandom random) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        var key = new byte[Cipher256.KEY_BYTES];
        random.nextBytes(key);
        try (var channel = Files.newByteChannel(
                file,
                EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            channel.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(key) + "\n"));
        } catch (FileAlreadyExistsException madeMeanwhile) {
            // by another process that has just begun; its key is the one
        }
    }
}
