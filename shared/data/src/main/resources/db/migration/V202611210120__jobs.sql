-- Accepted work. The row is the truth and the outbox; the queue message is a doorbell that may ring twice, late or never.
CREATE TABLE job (
    job_id             uuid PRIMARY KEY,
    organization_id    uuid        NOT NULL REFERENCES organization,
    queue              text        NOT NULL,
    kind               text        NOT NULL,
    subject_id         uuid        NOT NULL,
    status             text        NOT NULL
        CHECK (status IN ('queued', 'running', 'succeeded', 'failed', 'skipped', 'cancelled', 'retrying')),
    payload            jsonb       NOT NULL,
    attempt_count      int         NOT NULL DEFAULT 0,
    lease_token        uuid,
    lease_until        timestamptz,
    not_before         timestamptz NOT NULL,
    rung_at            timestamptz NOT NULL,
    error_code         text,
    error_message_safe text,
    progress_done      bigint      NOT NULL DEFAULT 0,
    progress_total     bigint      NOT NULL DEFAULT 0,
    trace_id           text        NOT NULL,
    requested_by       uuid        NOT NULL,
    queued_at          timestamptz NOT NULL,
    started_at         timestamptz,
    completed_at       timestamptz,
    UNIQUE (organization_id, job_id)
);
CREATE INDEX job_subject ON job (organization_id, subject_id, queued_at);
CREATE INDEX job_unfinished ON job (rung_at) WHERE status IN ('queued', 'running', 'retrying');
CALL tenant_table('job', 'job_id', 'SELECT, INSERT, UPDATE');

-- Work that nobody is at, of every organization; what is named here is rung for again.
CREATE FUNCTION due_work(p_at timestamptz, p_silence interval, p_most int)
    RETURNS TABLE (job_id uuid, organization_id uuid, queue text, kind text, trace_id text)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
UPDATE job j
   SET rung_at = p_at
 WHERE j.job_id IN (SELECT d.job_id
                      FROM job d
                     WHERE (d.status IN ('queued', 'retrying') AND d.not_before <= p_at AND d.rung_at <= p_at - p_silence)
                        OR (d.status = 'running' AND d.lease_until < p_at AND d.rung_at <= p_at - p_silence)
                     ORDER BY d.rung_at
                     LIMIT p_most
                       FOR UPDATE SKIP LOCKED)
RETURNING j.job_id, j.organization_id, j.queue, j.kind, j.trace_id
$$;

-- For a platform that runs in one process and has just started: whoever held a lease is gone.
CREATE FUNCTION abandon_leases(p_at timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
UPDATE job SET lease_until = p_at, rung_at = p_at - interval '1 hour', not_before = LEAST(not_before, p_at)
 WHERE status IN ('queued', 'running', 'retrying')
$$;

GRANT EXECUTE ON FUNCTION due_work, abandon_leases TO standard_app;
