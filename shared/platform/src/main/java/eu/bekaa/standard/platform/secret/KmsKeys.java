package eu.bekaa.standard.platform.secret;

import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;

/// Data keys under a KMS key. The organization is their encryption context, which KMS checks and CloudTrail shows.
final class KmsKeys implements DataKeys {
    private final KmsClient kms;
    private final String keyId;

    KmsKeys(KmsClient kms, String keyId) {
        this.kms = kms;
        this.keyId = keyId;
    }

    @Override
    public DataKey fresh(UUID organization) {
        var made = kms.generateDataKey(
                request -> request.keyId(keyId).keySpec(DataKeySpec.AES_256).encryptionContext(context(organization)));
        return new DataKey(made.plaintext().asByteArray(), made.ciphertextBlob().asByteArray());
    }

    @Override
    public byte[] unwrap(UUID organization, byte[] wrapped) {
        try {
            return kms.decrypt(request -> request.keyId(keyId)
                            .ciphertextBlob(SdkBytes.fromByteArray(wrapped))
                            .encryptionContext(context(organization)))
                    .plaintext()
                    .asByteArray();
        } catch (InvalidCiphertextException | IncorrectKeyException moved) {
            throw new UnreadableSecret();
        }
    }

    private static Map<String, String> context(UUID organization) {
        return Map.of("organization", organization.toString());
    }
}
