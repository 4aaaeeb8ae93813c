package eu.bekaa.standard.platform.secret;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// Keeps secrets that must be read again. Each is encrypted under a data key of its own, stored beside it in a form
/// that only KMS or the key file opens: whoever erases the row has erased the key. A ciphertext is bound to its
/// organization and owner and opens nowhere else.
@Singleton
public class Safe {
    private static final byte FORM = 1;
    private static final int CACHED = 1_000;
    private static final Duration CACHED_FOR = Duration.ofMinutes(5);

    private final DataKeys keys;
    private final Clock clock;
    private final Cipher256 cipher = new Cipher256(new SecureRandom());
    /// A webhook signs every delivery: KMS need not be asked each time.
    private final Map<ByteBuffer, Opened> opened = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Opened> eldest) {
            return size() > CACHED;
        }
    });

    Safe(DataKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// A data key, for as long as it may stay in memory.
    private record Opened(UUID organization, byte[] key, Instant until) {
        @Override
        public String toString() {
            return "a data key";
        }
    }

    /// @param owner what the secret belongs to: a webhook, an integration
    /// @return what can be stored
    public byte[] seal(UUID organization, UUID owner, String secret) {
        var key = keys.fresh(organization);
        var sealed = cipher.encrypt(key.plain(), context(organization, owner), secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + Short.BYTES + key.wrapped().length + sealed.length)
                .put(FORM)
                .putShort((short) key.wrapped().length)
                .put(key.wrapped())
                .put(sealed)
                .array();
    }

    /// @throws UnreadableSecret when it was sealed for another organization or owner, or has been altered
    public String open(UUID organization, UUID owner, byte[] stored) {
        var buffer = ByteBuffer.wrap(stored);
        if (stored.length < 1 + Short.BYTES || buffer.get() != FORM) {
            throw new UnreadableSecret();
        }
        int length = Short.toUnsignedInt(buffer.getShort());
        if (length > buffer.remaining()) {
            throw new UnreadableSecret();
        }
        var wrapped = new byte[length];
        buffer.get(wrapped);
        var sealed = Arrays.copyOfRange(stored, buffer.position(), stored.length);
        return new String(
                cipher.decrypt(key(organization, wrapped), context(organization, owner), sealed),
                StandardCharsets.UTF_8);
    }

    private byte[] key(UUID organization, byte[] wrapped) {
        var now = clock.instant();
        var name = ByteBuffer.wrap(wrapped);
        var known = opened.get(name);
        if (known != null
                && known.organization().equals(organization)
                && known.until().isAfter(now)) {
            return known.key();
        }
        var key = keys.unwrap(organization, wrapped);
        opened.put(name, new Opened(organization, key, now.plus(CACHED_FOR)));
        return key;
    }

    private static byte[] context(UUID organization, UUID owner) {
        return ("secret of " + owner + " in " + organization).getBytes(StandardCharsets.UTF_8);
    }
}
