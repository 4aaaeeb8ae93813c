-- Signed statements about the audit chain: how long it was, where it ended, its Merkle root. Append-only like the log.
CREATE TABLE audit_checkpoint (
    organization_id uuid        NOT NULL REFERENCES organization,
    sequence        bigint      NOT NULL CHECK (sequence >= 1),
    head_hash       text        NOT NULL CHECK (head_hash ~ '^[0-9a-f]{64}$'),
    root_hash       text        NOT NULL CHECK (root_hash ~ '^[0-9a-f]{64}$'),
    signed_at       timestamptz NOT NULL,
    key_id          text        NOT NULL,
    signature       text        NOT NULL,
    PRIMARY KEY (organization_id, sequence)
);
CALL tenant_table('audit_checkpoint', NULL, 'SELECT, INSERT');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
