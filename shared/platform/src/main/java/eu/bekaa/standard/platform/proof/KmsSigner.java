package eu.bekaa.standard.platform.proof;

import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;

/// Signs with an Ed25519 key that never leaves KMS. The public key is asked for once.
final class KmsSigner implements Signer {
    private static final String ED25519 = "ED25519_SHA_512";

    private final KmsClient kms;
    private final String key;
    private final String publicKey;

    KmsSigner(KmsClient kms, String key) {
        this.kms = kms;
        this.key = key;
        this.publicKey = Base64.getEncoder()
                .encodeToString(
                        kms.getPublicKey(get -> get.keyId(key)).publicKey().asByteArray());
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
        var signed = kms.sign(sign -> sign.keyId(key)
                .signingAlgorithm(ED25519)
                .messageType(MessageType.RAW)
                .message(SdkBytes.fromByteArray(message)));
        return Base64.getEncoder().encodeToString(signed.signature().asByteArray());
    }
}
