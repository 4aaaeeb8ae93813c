-- What happened, for webhooks and notifications. Written in the transaction of the change, together with the job that spreads it.
CREATE TABLE domain_event (
    event_id        uuid PRIMARY KEY,
    organization_id uuid        NOT NULL REFERENCES organization,
    event_type      text        NOT NULL,
    assessment_id   uuid,
    data            jsonb       NOT NULL,
    occurred_at     timestamptz NOT NULL,
    trace_id        text        NOT NULL,
    UNIQUE (organization_id, event_id)
);
CREATE INDEX domain_event_age ON domain_event (organization_id, occurred_at);
CALL tenant_table('domain_event', 'event_id', 'SELECT, INSERT');
