package eu.bekaa.standard.platform.apikey;

import eu.bekaa.standard.kernel.Word;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A machine key as it is kept: never the key itself.
/// @param revokesAt when it stops to authenticate: at once when revoked, after the grace period when rotated
@MappedEntity("api_key")
record ApiKey(
        @Id UUID apiKeyId,
        UUID organizationId,
        String name,
        byte[] keyHash,
        String maskedKey,
        @TypeDef(type = DataType.STRING_ARRAY) List<String> scopes,
        UUID createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokesAt,
        @Nullable UUID successorId) {
    ApiKey {
        scopes = List.copyOf(scopes);
    }

    /// Where a key stands in its life (STD-21).
    enum Status {
        ACTIVE,
        EXPIRED,
        REVOKED,
        PENDING_REVOCATION;

        @Override
        public String toString() {
            return Word.of(this);
        }
    }

    Status status(Instant now) {
        if (revokesAt != null && !revokesAt.isAfter(now)) {
            return Status.REVOKED;
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            return Status.EXPIRED;
        }
        return revokesAt == null ? Status.ACTIVE : Status.PENDING_REVOCATION;
    }

    /// The same key with another name, end or purpose; null keeps what it was.
    ApiKey revised(@Nullable String newName, @Nullable Instant newEnd, @Nullable List<String> newScopes) {
        return new ApiKey(
                apiKeyId,
                organizationId,
                newName == null ? name : newName,
                keyHash,
                maskedKey,
                newScopes == null ? scopes : newScopes,
                createdBy,
                createdAt,
                newEnd == null ? expiresAt : newEnd,
                lastUsedAt,
                revokesAt,
                successorId);
    }
}
