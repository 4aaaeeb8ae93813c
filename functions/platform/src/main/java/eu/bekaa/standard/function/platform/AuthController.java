package eu.bekaa.standard.function.platform;

import eu.bekaa.standard.kernel.Actor;
import eu.bekaa.standard.kernel.Caller;
import eu.bekaa.standard.platform.identity.Identity;
import eu.bekaa.standard.platform.identity.Organization;
import eu.bekaa.standard.platform.identity.OrganizationService;
import eu.bekaa.standard.platform.membership.Admission;
import eu.bekaa.standard.platform.membership.Member;
import eu.bekaa.standard.web.Allowed;
import eu.bekaa.standard.web.Credentials;
import eu.bekaa.standard.web.Open;
import eu.bekaa.standard.web.RateLimiter;
import eu.bekaa.standard.web.WithoutOrganization;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Browser sessions (contract §1.1).
@Controller("/api/v1/auth")
@Tag(name = "Sessions")
class AuthController {
    private final Identity identity;
    private final Admission admission;
    private final OrganizationService organizations;
    private final RateLimiter limiter;
    private final Clock clock;

    AuthController(
            Identity identity,
            Admission admission,
            OrganizationService organizations,
            RateLimiter limiter,
            Clock clock) {
        this.identity = identity;
        this.admission = admission;
        this.organizations = organizations;
        this.limiter = limiter;
        this.clock = clock;
    }

    @Serdeable
    @Schema(description = "An address and its password.")
    record SignIn(
            @Schema(description = "Address of the account.", example = "assessor@standard.local")
            @NotBlank
            @Size(max = 254)
            String email,

            @Schema(description = "Password of the account.", example = "correct horse battery staple")
            @NotBlank
            @Size(max = 1024)
            String password) {
        @Override
        public String toString() {
            return email;
        }
    }

    @Serdeable
    @Schema(description = "The session just opened; its token is in the cookie.")
    record SignedIn(
            @Schema(description = "Id of the person.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
            UUID userId,

            @Schema(description = "Address.", example = "assessor@standard.local")
            String email,

            @Schema(description = "Name.", example = "Ada Assessor")
            String displayName,

            @Schema(
                    description = "Organization that the session starts in.",
                    example = "01936b3e-8f00-7abc-9def-0123456789ab")
            @Nullable
            UUID organizationId,

            @Schema(description = "End of the session.", example = "2026-04-19T22:30:00Z")
            Instant expiresAt) {}

    @Serdeable
    @Schema(description = "Who is signed in.")
    record Me(
            @Schema(description = "Id of the person or key.", example = "01936b3e-8f00-7abc-9def-0123456789ab")
            UUID actorId,

            @Schema(description = "user or service_account.", example = "user")
            String actorType,

            @Schema(description = "Address of a person.", example = "assessor@standard.local") @Nullable
            String email,

            @Schema(description = "Name of a person or key.", example = "Ada Assessor")
            String displayName,

            @Schema(description = "Whether the person administers the platform.", example = "false")
            boolean platformAdmin,

            @Schema(description = "Organization in effect.", example = "01936b3e-8f00-7abc-9def-0123456789ab") @Nullable
            UUID organizationId,

            @Schema(description = "What may be done there.", example = "[\"assessment:read\"]")
            List<String> permissions,

            @Schema(description = "Organizations to choose from.")
            List<Organization> organizations) {}

    @Post("/sign-in")
    @Open
    @Operation(summary = "Open a session")
    HttpResponse<SignedIn> signIn(Caller caller, HttpRequest<?> request, @Valid @Body SignIn body) {
        limiter.admitSignIn(caller, body.email(), request);
        var session = identity.signIn(caller, body.email(), body.password());
        var answer = new SignedIn(
                session.userId(),
                session.email(),
                session.displayName(),
                session.organizationId(),
                session.expiresAt());
        var age = Duration.between(clock.instant(), session.expiresAt());
        return HttpResponse.ok(answer).cookie(cookie(request, session.token(), age));
    }

    @Serdeable
    @Schema(description = "An invitation to be accepted.")
    record Acceptance(
            @Schema(description = "The token of the invitation.", example = "<43 characters>")
            @NotBlank
            @Size(max = 200)
            String token,

            @Schema(
                    description =
                            "The password to have, of 12 characters or more; for an address that has an account, its"
                                    + " password.",
                    example = "correct horse battery staple")
            @NotBlank
            @Size(max = 1024)
            String password,

            @Schema(description = "The name to go by, in place of that of the invitation.", example = "Ada Assessor")
            @Nullable
            @Size(max = 200)
            String displayName) {
        @Override
        public String toString() {
            return "Acceptance";
        }
    }

    @Post("/accept-invitation")
    @Open
    @Operation(
            summary = "Accept an invitation and set a password",
            description = "Each token works once and until its end. Sign in afterwards.")
    Member accept(Caller caller, HttpRequest<?> request, @Valid @Body Acceptance body) {
        admission.address(caller, body.token()).ifPresent(address -> limiter.admitSignIn(caller, address, request));
        return admission.accept(caller, body.token(), body.password(), body.displayName());
    }

    @Post("/sign-out")
    @Allowed("session:close")
    @WithoutOrganization
    @Operation(summary = "End the session")
    HttpResponse<SignedOut> signOut(Caller caller, HttpRequest<?> request) {
        var token = Credentials.sessionToken(request);
        if (token != null) {
            identity.signOut(caller, token);
        }
        return HttpResponse.ok(new SignedOut(true)).cookie(cookie(request, "", Duration.ZERO));
    }

    @Serdeable
    @Schema(description = "The session has ended.")
    record SignedOut(
            @Schema(description = "Always true.", example = "true")
            boolean ok) {}

    @Get("/me")
    @Allowed("session:read")
    @WithoutOrganization
    @Operation(summary = "Tell who is signed in, and what they may do")
    Me me(Caller caller) {
        var organization = caller.org().equals(Caller.PLATFORM) ? null : caller.org();
        var permissions = caller.permissions().stream().sorted().toList();
        var visible = organizations.visible(caller);
        return switch (caller.actor()) {
            case Actor.Person person ->
                new Me(
                        person.id(),
                        person.type(),
                        person.email(),
                        person.displayName(),
                        person.platformAdmin(),
                        organization,
                        permissions,
                        visible);
            case Actor.Machine machine ->
                new Me(machine.id(), machine.type(), null, machine.name(), false, organization, permissions, visible);
            case Actor.Worker worker ->
                new Me(worker.id(), worker.type(), null, worker.name(), false, organization, permissions, visible);
        };
    }

    private static Cookie cookie(HttpRequest<?> request, String token, Duration age) {
        return Cookie.of(Credentials.SESSION_COOKIE, token)
                .httpOnly(true)
                .secure(isBehindTls(request))
                .sameSite(SameSite.Lax)
                .path("/")
                .maxAge(age);
    }

    private static boolean isBehindTls(HttpRequest<?> request) {
        return request.isSecure() || "https".equals(request.getHeaders().get("X-Forwarded-Proto"));
    }
}
