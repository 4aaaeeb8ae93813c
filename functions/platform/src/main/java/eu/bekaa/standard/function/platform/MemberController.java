package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.kernel.ErrorCode;
import eu.bekaa.standard.kernel.Refusal;
import eu.bekaa.standard.kernel.authority.Role;
import eu.bekaa.standard.platform.membership.Member;
import eu.bekaa.standard.platform.membership.Members;
import eu.bekaa.standard.web.Allowed;
import eu.bekaa.standard.web.AnswersSecret;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The members of the organization (contract §4). The path names the organization of the request, and no other.
@Controller("/api/v1")
@Tag(name = "Members")
class MemberController {
    private final Members members;

    MemberController(Members members) {
        this.members = members;
    }

    @Serdeable
    @Schema(description = "A person to be invited.")
    record NewMember(
            @Schema(description = "Address.", example = "ada@northwind.example") @NotBlank @Size(max = 254)
            String email,

            @Schema(description = "Role to be given.") @NotNull
            Role role,

            @Schema(description = "Name, until the person says otherwise.", example = "Ada Assessor")
            @Nullable
            @Size(max = 200)
            String displayName) {}

    @Serdeable
    @Schema(description = "A person has been invited.")
    record Invited(
            @Schema(description = "The invited person.") Member member,

            @Schema(
                    description = "What POST /api/v1/auth/accept-invitation asks for, shown this once: hand it to them."
                            + " Null where a letter has brought it.",
                    example = "<43 characters>")
            @Nullable
            String invitationToken,

            @Schema(description = "Until when it can be used.", example = "2026-04-26T10:30:00Z")
            Instant expiresAt) {
        @Override
        public String toString() {
            return member.toString();
        }
    }

    @Serdeable
    @Schema(description = "Another role.")
    record RoleChange(
            @Schema(description = "Role to be given.") @NotNull
            Role role) {}

    @Serdeable
    @Schema(description = "The membership has ended, or the invitation has been withdrawn.")
    record Removed(
            @Schema(description = "Always true.", example = "true")
            boolean ok) {}

    @Get("/organizations/{organizationId}/members")
    @Allowed("membership:manage")
    @Operation(summary = "List members and invited people")
    List<Member> list(Caller caller, UUID organizationId) {
        requireOwn(caller, organizationId);
        return members.all(caller);
    }

    @Post("/organizations/{organizationId}/members")
    @Allowed("membership:manage")
    @AnswersSecret
    @Status(HttpStatus.CREATED)
    @Operation(
            summary = "Invite a person",
            description = "They become a member by accepting the invitation with its token, which works once.")
    Invited invite(Caller caller, UUID organizationId, @Valid @Body NewMember body) {
        requireOwn(caller, organizationId);
        var invited = members.invite(caller, body.email(), body.role(), body.displayName());
        return new Invited(invited.member(), invited.token(), invited.expiresAt());
    }

    @Patch("/members/{memberId}")
    @Allowed("membership:manage")
    @Operation(summary = "Give a member another role")
    Member changeRole(Caller caller, UUID memberId, @Valid @Body RoleChange body) {
        return members.changeRole(caller, memberId, body.role());
    }

    @Delete("/members/{memberId}")
    @Allowed("membership:manage")
    @Operation(summary = "Remove a member, or withdraw an invitation, at once")
    Removed remove(Caller caller, UUID memberId) {
        members.remove(caller, memberId);
        return new Removed(true);
    }

    /// Platform administrators, who may see that it exists, are told how to enter it.
    private static void requireOwn(Caller caller, UUID organizationId) {
        if (caller.org().equals(organizationId)) {
            return;
        }
        if (caller.actor() instanceof Actor.Person person && person.platformAdmin()) {
            throw new Refusal(
                    ErrorCode.TENANT_MISMATCH, "Name the organization in the header x-standard-tenant-id, too.");
        }
        throw Refusal.notFound(ErrorCode.ORGANIZATION_NOT_FOUND, organizationId).get();
    }
}
