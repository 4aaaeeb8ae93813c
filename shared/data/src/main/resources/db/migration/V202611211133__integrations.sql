-- Connections to other systems. Credentials are encrypted under a data key of their own, bound to this row.
CREATE TABLE integration (
    integration_id   uuid PRIMARY KEY,
    row_version      int         NOT NULL DEFAULT 0,
    organization_id  uuid        NOT NULL REFERENCES organization,
    name             text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    type             text        NOT NULL
        CHECK (type IN ('source_connector', 'destination_connector', 'bidirectional_connector')),
    provider         text        NOT NULL CHECK (length(provider) BETWEEN 1 AND 100),
    auth_method      text        NOT NULL CHECK (auth_method IN ('api_key', 'oauth', 'webhook_secret', 'service_token')),
    config           jsonb       NOT NULL,
    credentials      bytea,
    supported_events text[]      NOT NULL,
    scopes           text[]      NOT NULL,
    status           text        NOT NULL
        CHECK (status IN ('draft', 'configured', 'connection_tested', 'enabled', 'disabled', 'rotating_credentials', 'revoked', 'failed')),
    status_reason    text,
    created_by       uuid        NOT NULL,
    created_at       timestamptz NOT NULL,
    updated_at       timestamptz NOT NULL,
    deleted_at       timestamptz,
    UNIQUE (organization_id, integration_id),
    -- What is revoked or gone keeps no credentials.
    CHECK (credentials IS NULL OR status <> 'revoked' AND deleted_at IS NULL)
);
CREATE INDEX integration_present ON integration (organization_id, created_at, integration_id) WHERE deleted_at IS NULL;
CALL tenant_table('integration', 'integration_id', 'SELECT, INSERT, UPDATE');

CREATE TABLE integration_status (
    integration_status_id uuid PRIMARY KEY,
    organization_id       uuid        NOT NULL REFERENCES organization,
    integration_id        uuid        NOT NULL,
    from_status           text,
    to_status             text        NOT NULL,
    reason                text        NOT NULL,
    actor_id              uuid        NOT NULL,
    occurred_at           timestamptz NOT NULL,
    FOREIGN KEY (organization_id, integration_id) REFERENCES integration (organization_id, integration_id)
);
CREATE INDEX integration_status_history ON integration_status (organization_id, integration_id, occurred_at);
CALL tenant_table('integration_status', NULL, 'SELECT, INSERT');
