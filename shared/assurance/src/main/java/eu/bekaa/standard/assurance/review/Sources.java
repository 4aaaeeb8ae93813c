package eu.bekaa.standard.assurance.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a version was made from.
public record Sources(
        @Nullable UUID frameworkId,
        @Nullable UUID scfVersionId,
        @Nullable UUID scopeId,
        @Nullable UUID soaVersionId,
        @Nullable UUID gapVersionId,
        @Nullable UUID maturityVersionId,
        @Nullable UUID poamVersionId) {
    /// Made from nothing that came before, as a scope is.
    public static final Sources NONE = new Sources(null, null, null, null, null, null, null);
}
