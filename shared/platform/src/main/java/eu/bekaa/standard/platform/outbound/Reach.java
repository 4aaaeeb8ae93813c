package eu.bekaa.standard.platform.outbound;

import eu.bekaa.standard.kernel.Word;

/// Which targets may be called.
public enum Reach {
    /// Public addresses, over HTTPS.
    PUBLIC,
    /// Any address, also without TLS: for a receiver on the developer's own machine.
    ANY;

    @Override
    public String toString() {
        return Word.of(this);
    }
}
