package eu.bekaa.standard.platform.identity;

import eu.bekaa.standard.kernel.authority.Role;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// People and sessions belong to no single organization: they are reached through the named functions of the schema
/// only.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IdentityRows extends GenericRepository<Organization, UUID> {
    @Introspected
    record Candidate(
            UUID userId,
            String email,
            String displayName,
            String passwordHash,
            boolean platformAdmin,
            String status,
            @Nullable UUID organizationId) {}

    @Query("SELECT * FROM credential_password(:email)")
    Optional<Candidate> candidate(String email);

    @Query("SELECT 1 FROM open_session(:session, :tokenHash, :user, :organization, :at, :until)")
    int openSession(UUID session, byte[] tokenHash, UUID user, @Nullable UUID organization, Instant at, Instant until);

    @Query("SELECT 1 FROM close_session(:tokenHash)")
    int closeSession(byte[] tokenHash);

    @Query("SELECT platform_create_user(:id, :email, :displayName, :passwordHash, :platformAdmin, :at)")
    UUID createUser(UUID id, String email, String displayName, String passwordHash, boolean platformAdmin, Instant at);

    @Query("SELECT 1 FROM platform_create_organization(:id, :slug, :name, :synthetic, :at)")
    int createOrganization(UUID id, String slug, String name, boolean synthetic, Instant at);

    @Query("SELECT platform_slug_taken(:slug)")
    boolean isTaken(String slug);

    @Query("""
            SELECT organization_id, slug, name, status, billing_tier
              FROM platform_revise_organization(:id, :name, :status)
            """)
    Optional<Organization> revise(UUID id, @Nullable String name, @Nullable String status);

    @Query("SELECT organization_id, slug, name, status, billing_tier FROM platform_organizations()")
    List<Organization> allOrganizations();

    @Query("SELECT organization_id FROM observed_organizations()")
    List<UUID> activeOrganizations();

    @Query("SELECT organization_id, slug, name, status, billing_tier FROM member_organizations(:user)")
    List<Organization> organizationsOf(UUID user);

    @Query("""
            SELECT organization_id, slug, name, status, billing_tier
              FROM organization
             WHERE organization_id = :org
            """)
    Optional<Organization> organization(UUID org);

    @Query("""
            INSERT INTO membership (membership_id, organization_id, user_id, role, created_at)
            VALUES (:id, :org, :user, :role, :at)
            """)
    void addMember(UUID id, UUID org, UUID user, Role role, Instant at);
}
