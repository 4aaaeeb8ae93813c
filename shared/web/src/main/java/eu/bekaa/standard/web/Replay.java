package eu.bekaa.standard.web;

import org.jspecify.annotations.Nullable;

/// The first answer to a request that came again (STD-5). Thrown, because only so can an interceptor answer in a
/// controller's place.
final class Replay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Kept kept;

    /// @param body the JSON document as it was sent
    record Kept(int status, @Nullable String location, String body) {}

    Replay(Kept kept) {
        super(null, null, false, false);
        this.kept = kept;
    }

    Kept kept() {
        return kept;
    }
}
