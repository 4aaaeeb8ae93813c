package eu.bekaa.standard.platform.webhook;

import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.platform.secret.Safe;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// Makes the secrets that sign deliveries, and opens those that are kept (STD-150).
@Singleton
class SigningSecrets {
    private static final String PREFIX = "whsec_";
    private static final int SECRET_BYTES = 32;

    private final Safe safe;
    private final SecureRandom random = new SecureRandom();

    SigningSecrets(Safe safe) {
        this.safe = safe;
    }

    /// A new secret.
    /// @param plain  shown once
    /// @param sealed kept
    /// @param masked shown ever after
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    record Fresh(String plain, byte[] sealed, String masked) {
        @Override
        public String toString() {
            return masked;
        }
    }

    Fresh fresh(Caller caller, UUID webhook) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var plain = PREFIX + HexFormat.of().formatHex(bytes);
        var masked = PREFIX + "…" + plain.substring(plain.length() - 4);
        return new Fresh(plain, safe.seal(caller.org(), webhook, plain), masked);
    }

    /// Every secret that signs now, the newest first.
    List<String> valid(Webhook webhook, Instant now) {
        var secrets = new ArrayList<String>();
        secrets.add(safe.open(webhook.organizationId(), webhook.webhookId(), webhook.secret()));
        var former = webhook.formerSecret();
        if (former != null
                && webhook.formerUntil() != null
                && webhook.formerUntil().isAfter(now)) {
            secrets.add(safe.open(webhook.organizationId(), webhook.webhookId(), former));
        }
        return secrets;
    }
}
