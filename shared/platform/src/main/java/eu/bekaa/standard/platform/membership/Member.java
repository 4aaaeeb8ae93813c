package eu.bekaa.standard.platform.membership;

import eu.bekaa.standard.kernel.authority.Role;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone who belongs to an organization, or has been asked to (contract §4).
@Serdeable
@Schema(description = "A member of an organization, or a person invited to become one.")
public record Member(
        @Schema(description = "Id of the membership.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID memberId,

        @Schema(description = "Organization.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
        UUID organizationId,

        @Schema(
                description = "The person; null until the invitation is accepted.",
                example = "01936b3e-8f00-7abc-9def-0123456789ab")
        @Nullable
        UUID userId,

        @Schema(description = "Address.", example = "ada@northwind.example")
        String email,

        @Schema(description = "Name.", example = "Ada Assessor")
        String displayName,

        @Schema(description = "Role in the organization.") Role role,

        @Schema(description = "active, or invited until the invitation is accepted.", example = "invited")
        String status,

        @Schema(description = "When the person was invited or joined.", example = "2026-04-19T10:30:00Z")
        Instant createdAt,

        @Schema(description = "When the invitation ends; null for a member.", example = "2026-04-26T10:30:00Z")
        @Nullable
        Instant expiresAt) {
    boolean isInvited() {
        return userId == null;
    }
}
