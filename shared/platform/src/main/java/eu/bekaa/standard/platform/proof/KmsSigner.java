package eu.bekaa.standard.platform.proof;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;

/// Signs with an Ed25519 key that never leaves KMS. The public key is asked for once, when it is first needed.
final class KmsSigner implements Signer {
    private static final String ED25519 = "ED25519_SHA_512";

    private final KmsClient kms;
    private final String key;
    private volatile @Nullable String publicKey;

    KmsSigner(KmsClient kms, String key) {
        this.kms = kms;
        this.key = key;
    }

    @Override
    public String keyId() {
        return Fingerprint.of(publicKey());
    }

    @Override
    public String publicKey() {
        var known = publicKey;
        if (known == null) {
            known = Base64.getEncoder()
                    .encodeToString(
                            kms.getPublicKey(get -> get.keyId(key)).publicKey().asByteArray());
            publicKey = known;
        }
        return known;
    }

    @Override
    public String sign(byte[] message) {
        var signed = kms.sign(sign -> sign.keyId(key)
                .signingAlgorithm(ED25519)
                .messageType(MessageType.RAW)
                .message(SdkBytes.fromByteArray(message)));
        return Base64.getEncoder().encodeToString(signed.signature().asByteArray());
    }
}
