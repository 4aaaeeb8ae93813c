-- Lifecycle runs: where each stands, and what it was told. Steps are jobs; what a step did commits with the run's row.
CREATE TABLE workflow_run (
    workflow_run_id      uuid PRIMARY KEY,
    organization_id      uuid        NOT NULL,
    assessment_id        uuid        NOT NULL,
    idempotency_key      text        NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 255),
    status               text        NOT NULL CHECK (status IN (
        'pending', 'running', 'waiting_for_input', 'waiting_for_approval', 'blocked', 'failed', 'cancelled', 'completed')),
    current_step         text        NOT NULL,
    last_successful_step text,
    framework_id         uuid,
    options              jsonb       NOT NULL,
    blocked_reason       text,
    trace_id             text        NOT NULL,
    started_by           uuid        NOT NULL,
    created_at           timestamptz NOT NULL,
    started_at           timestamptz,
    updated_at           timestamptz NOT NULL,
    UNIQUE (organization_id, workflow_run_id),
    UNIQUE (organization_id, assessment_id, idempotency_key),
    FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, assessment_id)
);
-- One active run per assessment (STD-130).
CREATE UNIQUE INDEX workflow_run_active ON workflow_run (organization_id, assessment_id)
    WHERE status NOT IN ('completed', 'cancelled');
CALL tenant_table('workflow_run', 'workflow_run_id', 'SELECT, INSERT, UPDATE');

CREATE TABLE workflow_signal (
    workflow_signal_id uuid PRIMARY KEY,
    organization_id    uuid        NOT NULL,
    workflow_run_id    uuid        NOT NULL,
    idempotency_key    text        NOT NULL,
    signal_type        text        NOT NULL,
    digest             text        NOT NULL,
    sent_by            uuid        NOT NULL,
    received_at        timestamptz NOT NULL,
    UNIQUE (organization_id, workflow_run_id, idempotency_key),
    FOREIGN KEY (organization_id, workflow_run_id) REFERENCES workflow_run (organization_id, workflow_run_id)
);
CALL tenant_table('workflow_signal', NULL, 'SELECT, INSERT');

CREATE FUNCTION locked_workflow_run(p_organization uuid, p_run uuid) RETURNS SETOF workflow_run
    LANGUAGE sql VOLATILE AS
$$
SELECT *
  FROM workflow_run
 WHERE organization_id = p_organization
   AND workflow_run_id = p_run
   FOR NO KEY UPDATE
$$;
GRANT EXECUTE ON FUNCTION locked_workflow_run TO standard_app;
