package eu.bekaa.standard.platform.membership;

import eu.bekaa.standard.kernel.authority.Role;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/// A promise of a membership, kept when the invited person shows the token.
/// @param membershipId the id that the membership will have
/// @param tokenHash    what is kept of the token
@MappedEntity("invitation")
record Invitation(
        @Id UUID membershipId,
        UUID organizationId,
        String email,
        String displayName,
        Role role,
        byte[] tokenHash,
        UUID invitedBy,
        Instant createdAt,
        Instant expiresAt) {
    Member member() {
        return new Member(
                membershipId, organizationId, null, email, displayName, role, "invited", createdAt, expiresAt);
    }
}
