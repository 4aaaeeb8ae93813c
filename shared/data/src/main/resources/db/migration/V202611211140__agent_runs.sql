-- Agent runs: what an agent was asked, what it did, and what it proposes. An output is a proposal; nothing here decides.
CREATE TABLE agent_run (
    agent_run_id     uuid PRIMARY KEY,
    organization_id  uuid             NOT NULL,
    assessment_id    uuid             NOT NULL,
    agent_id         text             NOT NULL CHECK (agent_id IN (
        'knowledge-steward', 'scf-control-analyst', 'framework-mapper', 'scope-soa-architect', 'evidence-analyst',
        'gap-analyst', 'maturity-assessor', 'poam-planner', 'report-writer')),
    agent_version    text             NOT NULL CHECK (length(agent_version) BETWEEN 1 AND 50),
    prompt_version   text             NOT NULL CHECK (length(prompt_version) BETWEEN 1 AND 50),
    model            text             NOT NULL CHECK (length(model) BETWEEN 1 AND 200),
    driver           text             NOT NULL CHECK (driver IN ('platform', 'external')),
    framework_id     uuid,
    scf_version_id   uuid             NOT NULL,
    status           text             NOT NULL CHECK (status IN ('queued', 'running', 'completed', 'failed', 'cancelled')),
    input_hash       text             NOT NULL CHECK (input_hash ~ '^sha256:[0-9a-f]{64}$'),
    output_hash      text CHECK (output_hash ~ '^sha256:[0-9a-f]{64}$'),
    confidence_score double precision CHECK (confidence_score BETWEEN 0 AND 1),
    -- kept until the run ends; after that only its hash is
    input            text,
    output           text,
    metadata         jsonb            NOT NULL,
    input_tokens     bigint           NOT NULL DEFAULT 0 CHECK (input_tokens >= 0),
    output_tokens    bigint           NOT NULL DEFAULT 0 CHECK (output_tokens >= 0),
    model_calls      int              NOT NULL DEFAULT 0 CHECK (model_calls >= 0),
    seconds          double precision NOT NULL DEFAULT 0 CHECK (seconds >= 0),
    requested_by     uuid             NOT NULL,
    trace_id         text             NOT NULL,
    created_at       timestamptz      NOT NULL,
    started_at       timestamptz      NOT NULL,
    completed_at     timestamptz,
    UNIQUE (organization_id, agent_run_id),
    FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, assessment_id),
    CHECK ((status = 'completed') = (output IS NOT NULL AND output_hash IS NOT NULL AND confidence_score IS NOT NULL)),
    CHECK ((status IN ('completed', 'failed', 'cancelled')) = (completed_at IS NOT NULL)),
    CHECK (completed_at IS NULL OR input IS NULL)
);
CREATE INDEX agent_run_assessment ON agent_run (organization_id, assessment_id, agent_run_id);
CREATE INDEX agent_run_day ON agent_run (organization_id, created_at);
CALL tenant_table('agent_run', 'agent_run_id', 'SELECT, INSERT, UPDATE');

-- One use of a tool. What went in and came out is remembered by its hash alone.
CREATE TABLE agent_step (
    agent_step_id   uuid PRIMARY KEY,
    organization_id uuid        NOT NULL,
    agent_run_id    uuid        NOT NULL,
    ordinal         int         NOT NULL CHECK (ordinal >= 1),
    tool_name       text        NOT NULL CHECK (length(tool_name) BETWEEN 1 AND 100),
    status          text        NOT NULL CHECK (status IN ('completed', 'failed', 'rejected')),
    input_hash      text        NOT NULL CHECK (input_hash ~ '^sha256:[0-9a-f]{64}$'),
    output_hash     text CHECK (output_hash ~ '^sha256:[0-9a-f]{64}$'),
    error_code      text,
    started_at      timestamptz NOT NULL,
    duration_ms     bigint      NOT NULL CHECK (duration_ms >= 0),
    UNIQUE (organization_id, agent_run_id, ordinal),
    FOREIGN KEY (organization_id, agent_run_id) REFERENCES agent_run (organization_id, agent_run_id),
    CHECK ((status = 'completed') = (output_hash IS NOT NULL)),
    CHECK ((status = 'completed') = (error_code IS NULL))
);
CALL tenant_table('agent_step', 'agent_step_id', 'SELECT, INSERT');
