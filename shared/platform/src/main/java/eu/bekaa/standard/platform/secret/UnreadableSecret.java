package eu.bekaa.standard.platform.secret;

/// A stored secret does not open: it was moved, altered, or its key is gone. Says nothing about the secret.
public final class UnreadableSecret extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableSecret() {
        super("A stored secret cannot be opened.", null, false, false);
    }
}
