package eu.bekaa.standard.platform.proof;

import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;

/// Stands where no key is configured: what was signed elsewhere can be read, nothing new is signed.
final class NoSigner implements Signer {
    @Override
    public String keyId() {
        throw missing();
    }

    @Override
    public String publicKey() {
        throw missing();
    }

    @Override
    public String sign(byte[] message) {
        throw missing();
    }

    private static Refusal missing() {
        return new Refusal(ErrorCode.NOT_IMPLEMENTED, "This deployment has no key to sign the audit log with.");
    }
}
