package eu.bekaa.standard.platform.proof;

/// Signs checkpoints with Ed25519 (RFC 8032).
interface Signer {
    /// Tells the key from others.
    String keyId();

    /// The public key, X.509, base64.
    String publicKey();

    /// The signature, base64.
    String sign(byte[] message);
}
