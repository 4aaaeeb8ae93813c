-- Invitations: a promise of a membership under the same id, kept when the invited person shows the token (contract §4).
CREATE TABLE invitation (
    membership_id   uuid PRIMARY KEY,
    organization_id uuid        NOT NULL REFERENCES organization,
    email           text        NOT NULL CHECK (email = lower(email)),
    display_name    text        NOT NULL CHECK (length(display_name) BETWEEN 1 AND 200),
    role            text        NOT NULL CHECK (role IN ('owner', 'admin', 'member', 'viewer', 'auditor')),
    token_hash      bytea       NOT NULL UNIQUE,
    invited_by      uuid        NOT NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    UNIQUE (organization_id, email)
);
CALL tenant_table('invitation', 'membership_id', 'SELECT, INSERT, UPDATE, DELETE');

-- A live session: who it belongs to, and that person's place in the wanted organization or, without one, in the session's own.
-- No role: not a member there.
CREATE FUNCTION session_caller(p_token_hash bytea, p_organization uuid, p_at timestamptz)
    RETURNS TABLE (user_id uuid, email text, display_name text, platform_admin boolean, status text, memberships bigint,
                   session_organization_id uuid, organization_id uuid, organization_status text, role text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
SELECT u.user_id, u.email, u.display_name, u.platform_admin, u.status,
       (SELECT count(*) FROM membership every_one WHERE every_one.user_id = u.user_id),
       s.organization_id, o.organization_id, o.status, m.role
  FROM session s
  JOIN app_user u ON u.user_id = s.user_id
  LEFT JOIN organization o ON o.organization_id = COALESCE(p_organization, s.organization_id)
  LEFT JOIN membership m ON m.organization_id = o.organization_id AND m.user_id = u.user_id
 WHERE s.token_hash = p_token_hash
   AND s.expires_at > p_at
$$;

-- A machine key, live or not (STD-21); a live one remembers its use to the minute, so that not every request writes.
CREATE FUNCTION api_key_caller(p_key_hash bytea, p_at timestamptz)
    RETURNS TABLE (api_key_id uuid, organization_id uuid, name text, scopes text[], live boolean, organization_status text)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
UPDATE api_key k
   SET last_used_at = p_at
 WHERE k.key_hash = p_key_hash
   AND (k.last_used_at IS NULL OR k.last_used_at < p_at - interval '1 minute')
   AND (k.expires_at IS NULL OR k.expires_at > p_at)
   AND (k.revokes_at IS NULL OR k.revokes_at > p_at);
SELECT k.api_key_id, k.organization_id, k.name, k.scopes,
       (k.expires_at IS NULL OR k.expires_at > p_at) AND (k.revokes_at IS NULL OR k.revokes_at > p_at), o.status
  FROM api_key k
  JOIN organization o ON o.organization_id = k.organization_id
 WHERE k.key_hash = p_key_hash
$$;

-- Platform administration.
CREATE FUNCTION platform_slug_taken(p_slug text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
SELECT EXISTS (SELECT 1 FROM organization WHERE slug = p_slug)
$$;

CREATE FUNCTION platform_revise_organization(p_id uuid, p_name text, p_status text) RETURNS SETOF organization
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
UPDATE organization
   SET name = COALESCE(p_name, name), status = COALESCE(p_status, status)
 WHERE organization_id = p_id
   AND organization_id <> '00000000-0000-0000-0000-000000000000'
RETURNING *
$$;

-- Token -> invitation, and address -> account: the invited person is in no organization yet.
CREATE FUNCTION credential_invitation(p_token_hash bytea, p_at timestamptz)
    RETURNS TABLE (membership_id uuid, organization_id uuid, email text, display_name text, role text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
SELECT i.membership_id, i.organization_id, i.email, i.display_name, i.role
  FROM invitation i
  JOIN organization o ON o.organization_id = i.organization_id AND o.status = 'active'
 WHERE i.token_hash = p_token_hash
   AND i.expires_at > p_at
$$;

CREATE FUNCTION member_count(p_user uuid) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
SELECT count(*) FROM membership WHERE user_id = p_user
$$;

GRANT EXECUTE ON FUNCTION session_caller, api_key_caller, platform_slug_taken, platform_revise_organization, credential_invitation,
    member_count TO standard_app;
