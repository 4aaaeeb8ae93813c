-- Roles: standard_owner owns the schema and runs migrations; standard_app is what the product logs in as. Neither is a superuser
-- or bypasses row-level security; both exist before the first migration.

CREATE TABLE tenant_table_id (
    table_name text PRIMARY KEY,
    id_column  text
);

-- The one way to make a tenant table: row-level security that binds the owner too, a policy per role, the rights of the
-- application, and the id under which a row is asked for.
CREATE PROCEDURE tenant_table(p_table text, p_id_column text, p_rights text)
    LANGUAGE plpgsql AS
$$
BEGIN
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', p_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', p_table);
    EXECUTE format('CREATE POLICY owner ON %I TO standard_owner USING (true) WITH CHECK (true)', p_table);
    EXECUTE format(
            'CREATE POLICY tenant ON %I TO standard_app '
            'USING (organization_id = CAST(NULLIF(current_setting(''standard.organization'', true), '''') AS uuid)) '
            'WITH CHECK (organization_id = CAST(NULLIF(current_setting(''standard.organization'', true), '''') AS uuid))', p_table);
    EXECUTE format('GRANT %s ON %I TO standard_app', p_rights, p_table);
    INSERT INTO tenant_table_id (table_name, id_column) VALUES (p_table, p_id_column);
END
$$;

-- Is this the id of a row of any other organization? Asked only when the caller's own organization has none (STD-2).
CREATE FUNCTION exists_elsewhere(p_id uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
    named tenant_table_id;
    found boolean;
    anywhere boolean := false;
BEGIN
    FOR named IN SELECT * FROM tenant_table_id WHERE id_column IS NOT NULL LOOP
        EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE %I = $1)', named.table_name, named.id_column) INTO found USING p_id;
        anywhere := anywhere OR found;
    END LOOP;
    RETURN anywhere;
END
$$;

CREATE TABLE organization (
    organization_id uuid PRIMARY KEY,
    slug            text        NOT NULL UNIQUE CHECK (length(slug) BETWEEN 2 AND 63),
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    status          text        NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended', 'archived')),
    billing_tier    text        NOT NULL DEFAULT 'standard',
    is_synthetic    boolean     NOT NULL DEFAULT false,
    created_at      timestamptz NOT NULL
);
CALL tenant_table('organization', 'organization_id', 'SELECT, UPDATE');

-- The organization of what belongs to none: catalog imports, platform events.
INSERT INTO organization (organization_id, slug, name, created_at)
VALUES ('00000000-0000-0000-0000-000000000000', 'platform', 'Platform', now());

-- People span organizations; their password hashes are read by one function only.
CREATE TABLE app_user (
    user_id        uuid PRIMARY KEY,
    email          text        NOT NULL CHECK (email = lower(email)),
    display_name   text        NOT NULL,
    password_hash  text        NOT NULL,
    platform_admin boolean     NOT NULL DEFAULT false,
    status         text        NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'pending', 'disabled')),
    created_at     timestamptz NOT NULL,
    UNIQUE (email)
);

CREATE TABLE membership (
    membership_id   uuid PRIMARY KEY,
    organization_id uuid        NOT NULL REFERENCES organization,
    user_id         uuid        NOT NULL REFERENCES app_user,
    role            text        NOT NULL CHECK (role IN ('owner', 'admin', 'member', 'viewer', 'auditor')),
    created_at      timestamptz NOT NULL,
    UNIQUE (organization_id, user_id)
);
CREATE INDEX membership_user ON membership (user_id);
CALL tenant_table('membership', 'membership_id', 'SELECT, INSERT, UPDATE, DELETE');

ALTER TABLE app_user ENABLE ROW LEVEL SECURITY;
ALTER TABLE app_user FORCE ROW LEVEL SECURITY;
CREATE POLICY owner ON app_user TO standard_owner USING (true) WITH CHECK (true);
CREATE POLICY fellow_members ON app_user FOR SELECT TO standard_app
    USING (EXISTS (SELECT 1 FROM membership m WHERE m.user_id = app_user.user_id));
GRANT SELECT (user_id, email, display_name, platform_admin, status, created_at) ON app_user TO standard_app;

CREATE TABLE session (
    session_id      uuid PRIMARY KEY,
    token_hash      bytea       NOT NULL UNIQUE,
    user_id         uuid        NOT NULL REFERENCES app_user,
    organization_id uuid REFERENCES organization,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL
);

CREATE TABLE api_key (
    api_key_id      uuid PRIMARY KEY,
    organization_id uuid        NOT NULL REFERENCES organization,
    name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    key_hash        bytea       NOT NULL UNIQUE,
    masked_key      text        NOT NULL,
    scopes          text[]      NOT NULL CHECK (cardinality(scopes) > 0),
    created_by      uuid        NOT NULL,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz,
    last_used_at    timestamptz,
    revokes_at      timestamptz,
    successor_id    uuid REFERENCES api_key
);
CREATE INDEX api_key_organization ON api_key (organization_id, created_at);
CALL tenant_table('api_key', 'api_key_id', 'SELECT, INSERT, UPDATE');

-- Credential -> organization: the only places where a caller is found before an organization is known.
CREATE FUNCTION credential_password(p_email text)
    RETURNS TABLE (user_id uuid, email text, display_name text, password_hash text, platform_admin boolean, status text,
                   organization_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
SELECT u.user_id, u.email, u.display_name, u.password_hash, u.platform_admin, u.status,
       (SELECT m.organization_id
          FROM membership m
          JOIN organization o ON o.organization_id = m.organization_id AND o.status = 'active'
         WHERE m.user_id = u.user_id
         ORDER BY m.created_at, m.membership_id
         LIMIT 1)
  FROM app_user u
 WHERE u.email = lower(p_email)
$$;

CREATE FUNCTION open_session(p_session uuid, p_token_hash bytea, p_user uuid, p_organization uuid, p_at timestamptz, p_until timestamptz)
    RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
INSERT INTO session (session_id, token_hash, user_id, organization_id, created_at, expires_at)
VALUES (p_session, p_token_hash, p_user, p_organization, p_at, p_until)
$$;

CREATE FUNCTION close_session(p_token_hash bytea) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DELETE FROM session WHERE token_hash = p_token_hash
$$;

-- A live session, seen in the wanted organization or, without one, in the session's own. No role: not a member there.
CREATE FUNCTION credential_session(p_token_hash bytea, p_organization uuid, p_at timestamptz)
    RETURNS TABLE (session_id uuid, user_id uuid, email text, display_name text, platform_admin boolean, status text,
                   organization_id uuid, organization_status text, role text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
SELECT s.session_id, u.user_id, u.email, u.display_name, u.platform_admin, u.status, o.organization_id, o.status, m.role
  FROM session s
  JOIN app_user u ON u.user_id = s.user_id
  LEFT JOIN organization o ON o.organization_id = COALESCE(p_organization, s.organization_id)
  LEFT JOIN membership m ON m.organization_id = o.organization_id AND m.user_id = u.user_id
 WHERE s.token_hash = p_token_hash
   AND s.expires_at > p_at
$$;

-- A live machine key (STD-21); remembers its use to the minute.
CREATE FUNCTION credential_api_key(p_key_hash bytea, p_at timestamptz)
    RETURNS TABLE (api_key_id uuid, organization_id uuid, name text, scopes text[])
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
UPDATE api_key k
   SET last_used_at = p_at
 WHERE k.key_hash = p_key_hash
   AND (k.last_used_at IS NULL OR k.last_used_at < p_at - interval '1 minute');
SELECT k.api_key_id, k.organization_id, k.name, k.scopes
  FROM api_key k
  JOIN organization o ON o.organization_id = k.organization_id AND o.status = 'active'
 WHERE k.key_hash = p_key_hash
   AND (k.expires_at IS NULL OR k.expires_at > p_at)
   AND (k.revokes_at IS NULL OR k.revokes_at > p_at)
$$;

-- Platform administration.
CREATE FUNCTION platform_organizations() RETURNS SETOF organization
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
SELECT * FROM organization WHERE organization_id <> '00000000-0000-0000-0000-000000000000' ORDER BY slug
$$;

CREATE FUNCTION member_organizations(p_user uuid) RETURNS SETOF organization
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
SELECT o.* FROM organization o JOIN membership m ON m.organization_id = o.organization_id WHERE m.user_id = p_user ORDER BY o.slug
$$;

CREATE FUNCTION platform_create_organization(p_id uuid, p_slug text, p_name text, p_synthetic boolean, p_at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
INSERT INTO organization (organization_id, slug, name, is_synthetic, created_at) VALUES (p_id, p_slug, p_name, p_synthetic, p_at)
$$;

CREATE FUNCTION platform_create_user(p_id uuid, p_email text, p_name text, p_password_hash text, p_admin boolean, p_at timestamptz)
    RETURNS uuid
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
INSERT INTO app_user (user_id, email, display_name, password_hash, platform_admin, created_at)
VALUES (p_id, lower(p_email), p_name, p_password_hash, p_admin, p_at)
    ON CONFLICT (email) DO UPDATE SET email = app_user.email
RETURNING user_id
$$;

-- The audit chain.
CREATE TABLE audit_head (
    organization_id uuid PRIMARY KEY REFERENCES organization,
    sequence        bigint NOT NULL,
    record_hash     text   NOT NULL
);
CALL tenant_table('audit_head', NULL, 'SELECT, INSERT, UPDATE');

CREATE TABLE audit_record (
    organization_id uuid        NOT NULL REFERENCES organization,
    sequence        bigint      NOT NULL,
    audit_id        uuid        NOT NULL,
    assessment_id   uuid,
    actor_id        uuid,
    actor_type      text        NOT NULL,
    action          text        NOT NULL,
    resource_type   text        NOT NULL,
    resource_id     uuid,
    outcome         text        NOT NULL,
    occurred_at     timestamptz NOT NULL,
    trace_id        text        NOT NULL,
    ip_address      text,
    user_agent      text,
    metadata_safe   jsonb       NOT NULL,
    prev_hash       text        NOT NULL,
    record_hash     text        NOT NULL,
    PRIMARY KEY (organization_id, sequence)
);
CREATE INDEX audit_record_assessment ON audit_record (organization_id, assessment_id, sequence) WHERE assessment_id IS NOT NULL;
CREATE INDEX audit_record_actor ON audit_record (organization_id, actor_id, sequence);
CREATE INDEX audit_record_action ON audit_record (organization_id, action, sequence);
CALL tenant_table('audit_record', NULL, 'SELECT, INSERT');

-- Append-only for everyone, the owner included (SCP-63).
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_record FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Idempotency keys (STD-5): claim, change and answer commit together.
CREATE TABLE idempotency_key (
    organization_id uuid        NOT NULL REFERENCES organization,
    endpoint        text        NOT NULL,
    key             text        NOT NULL,
    body_hash       text        NOT NULL,
    status          int,
    location        text,
    answer          text,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (organization_id, endpoint, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
CALL tenant_table('idempotency_key', NULL, 'SELECT, INSERT, UPDATE, DELETE');

-- Rate limits (contract 1.4): a fixed window of 60 s per organization, actor and category.
CREATE UNLOGGED TABLE rate_limit (
    organization_id uuid   NOT NULL,
    actor_id        uuid   NOT NULL,
    category        text   NOT NULL,
    window_start    bigint NOT NULL,
    used            int    NOT NULL,
    PRIMARY KEY (organization_id, actor_id, category)
);
CALL tenant_table('rate_limit', NULL, 'SELECT, INSERT, UPDATE');

-- What time makes worthless; run by the schedule.
CREATE FUNCTION purge_expired(p_at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DELETE FROM session WHERE expires_at < p_at;
DELETE FROM idempotency_key WHERE created_at < p_at - interval '24 hours';
DELETE FROM rate_limit WHERE window_start < EXTRACT(EPOCH FROM p_at)::bigint - 3600;
$$;

-- No function is for everyone, later ones included.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
REVOKE EXECUTE ON ALL PROCEDURES IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION exists_elsewhere, credential_password, open_session, close_session, credential_session, credential_api_key,
    platform_organizations, member_organizations, platform_create_organization, platform_create_user, purge_expired TO standard_app;
