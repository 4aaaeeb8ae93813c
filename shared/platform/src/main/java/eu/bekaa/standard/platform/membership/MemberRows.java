package eu.bekaa.standard.platform.membership;

import eu.bekaa.standard.kernel.authority.Role;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MemberRows extends GenericRepository<Invitation, UUID> {
    Invitation save(Invitation invitation);

    @Query("""
            SELECT m.membership_id AS member_id, m.organization_id, m.user_id, u.email, u.display_name, m.role,
                   'active' AS status, m.created_at, CAST(NULL AS timestamptz) AS expires_at
              FROM membership m
              JOIN app_user u ON u.user_id = m.user_id
             WHERE m.organization_id = :org
             UNION ALL
            SELECT membership_id, organization_id, CAST(NULL AS uuid), email, display_name, role,
                   'invited', created_at, expires_at
              FROM invitation
             WHERE organization_id = :org
             ORDER BY created_at, member_id
            """)
    List<Member> all(UUID org);

    /// Those who can manage members, locked one after the other: of two who would leave none, the second waits and
    /// then sees what the first has done.
    @Query("""
            SELECT membership_id
              FROM membership
             WHERE organization_id = :org
               AND role IN ('owner', 'admin')
             ORDER BY membership_id
               FOR UPDATE
            """)
    List<UUID> lockManagers(UUID org);

    @Query("""
            UPDATE membership
               SET role = :role
             WHERE organization_id = :org
               AND membership_id = :id
            """)
    void changeRole(UUID org, UUID id, Role role);

    @Query("""
            UPDATE invitation
               SET role = :role
             WHERE organization_id = :org
               AND membership_id = :id
            """)
    void changePromise(UUID org, UUID id, Role role);

    @Query("""
            DELETE FROM membership
             WHERE organization_id = :org
               AND membership_id = :id
            """)
    void remove(UUID org, UUID id);

    @Query("""
            DELETE FROM invitation
             WHERE organization_id = :org
               AND membership_id = :id
            """)
    void withdraw(UUID org, UUID id);

    @Query("""
            SELECT *
              FROM invitation
             WHERE organization_id = :org
               AND token_hash = :tokenHash
               FOR UPDATE
            """)
    Optional<Invitation> locked(UUID org, byte[] tokenHash);

    @Query("SELECT organization_id FROM credential_invitation(:tokenHash, :at)")
    Optional<UUID> organizationOf(byte[] tokenHash, Instant at);

    @Query("SELECT email FROM credential_invitation(:tokenHash, :at)")
    Optional<String> addressOf(byte[] tokenHash, Instant at);

    @Query("""
            INSERT INTO membership (membership_id, organization_id, user_id, role, created_at)
            VALUES (:id, :org, :user, :role, :at)
            """)
    void join(UUID id, UUID org, UUID user, Role role, Instant at);

    @Query("SELECT member_count(:user)")
    long memberships(UUID user);
}
