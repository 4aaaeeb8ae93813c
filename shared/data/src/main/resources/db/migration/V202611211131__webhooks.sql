-- Addresses that hear what happens, and what they were told.
CREATE TABLE webhook (
    webhook_id        uuid PRIMARY KEY,
    organization_id   uuid        NOT NULL REFERENCES organization,
    url               text        NOT NULL CHECK (length(url) <= 2000),
    -- Empty: every published event.
    events            text[]      NOT NULL,
    description       text        NOT NULL CHECK (length(description) <= 500),
    enabled           boolean     NOT NULL,
    disabled_reason   text,
    -- Encrypted under a data key of their own; the former one still signs until its time is over.
    secret            bytea       NOT NULL,
    secret_masked     text        NOT NULL,
    former_secret     bytea,
    former_until      timestamptz,
    -- Deliveries given up since the last success.
    consecutive_failures int      NOT NULL DEFAULT 0,
    failing_since     timestamptz,
    -- The one job that calls this address, and when it is due; both null while there is nothing to tell.
    caller_job        uuid,
    caller_due        timestamptz,
    created_by        uuid        NOT NULL,
    created_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    UNIQUE (organization_id, webhook_id)
);
CALL tenant_table('webhook', 'webhook_id', 'SELECT, INSERT, UPDATE, DELETE');

CREATE TABLE webhook_delivery (
    delivery_id       uuid PRIMARY KEY,
    organization_id   uuid        NOT NULL REFERENCES organization,
    webhook_id        uuid        NOT NULL,
    event_id          uuid        NOT NULL,
    event_type        text        NOT NULL,
    status            text        NOT NULL CHECK (status IN ('pending', 'retrying', 'delivered', 'failed')),
    http_status       int,
    attempt_count     int         NOT NULL DEFAULT 0,
    max_attempts      int         NOT NULL,
    last_attempted_at timestamptz,
    next_retry_at     timestamptz,
    response_body     text,
    failure           text,
    created_at        timestamptz NOT NULL,
    -- One row per event and subscriber, however often the event is told (STD-151).
    UNIQUE (organization_id, webhook_id, event_id),
    FOREIGN KEY (organization_id, webhook_id) REFERENCES webhook (organization_id, webhook_id) ON DELETE CASCADE,
    FOREIGN KEY (organization_id, event_id) REFERENCES domain_event (organization_id, event_id)
);
CREATE INDEX webhook_delivery_newest ON webhook_delivery (organization_id, webhook_id, created_at DESC, delivery_id DESC);
CREATE INDEX webhook_delivery_open ON webhook_delivery (organization_id, webhook_id, event_id)
    WHERE status IN ('pending', 'retrying');
CREATE INDEX webhook_delivery_event ON webhook_delivery (organization_id, event_id);
CALL tenant_table('webhook_delivery', 'delivery_id', 'SELECT, INSERT, UPDATE');

-- What was told is kept for 30 days; run by the schedule.
CREATE FUNCTION purge_told(p_at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DELETE FROM webhook_delivery WHERE created_at < p_at - interval '30 days' AND status IN ('delivered', 'failed');
DELETE FROM domain_event e
 WHERE e.occurred_at < p_at - interval '30 days'
   AND NOT EXISTS (SELECT 1 FROM webhook_delivery d WHERE d.organization_id = e.organization_id AND d.event_id = e.event_id)
   AND NOT EXISTS (SELECT 1 FROM job j
                    WHERE j.organization_id = e.organization_id
                      AND j.subject_id = e.event_id
                      AND j.status IN ('queued', 'running', 'retrying'));
$$;
GRANT EXECUTE ON FUNCTION purge_told TO standard_app;
