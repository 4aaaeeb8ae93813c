-- Assessments, their life cycle, and the one mechanism for everything that is reviewed.

CREATE TABLE assessment (
    assessment_id          uuid PRIMARY KEY,
    row_version            int         NOT NULL,
    organization_id        uuid        NOT NULL REFERENCES organization,
    name                   text        NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    state                  text        NOT NULL CHECK (state IN (
        'draft', 'documents_uploaded', 'documents_ingested', 'scf_pre_analysis_ready', 'framework_selected', 'scope_drafted',
        'soa_drafted', 'soa_under_review', 'soa_approved', 'soa_ingested', 'evidence_analysis_ready', 'gap_analysis_drafted',
        'gap_analysis_under_review', 'gap_analysis_approved', 'maturity_assessed', 'maturity_under_review', 'maturity_approved',
        'poam_drafted', 'poam_under_review', 'poam_approved', 'report_generated', 'closed', 'archived', 'failed', 'cancelled',
        'blocked')),
    held_state             text CHECK (held_state NOT IN ('archived', 'cancelled', 'failed', 'blocked')),
    scf_version_id         uuid        NOT NULL,
    scf_version_label      text        NOT NULL,
    event_count            int         NOT NULL CHECK (event_count >= 0),
    framework_id           uuid,
    announced_documents    int         NOT NULL CHECK (announced_documents >= 0),
    observation_start_date date,
    observation_end_date   date,
    parent_assessment_id   uuid,
    cycle_number           int         NOT NULL CHECK (cycle_number >= 1),
    baseline_soa_version_id uuid,
    is_synthetic           boolean     NOT NULL,
    created_by             uuid        NOT NULL,
    created_at             timestamptz NOT NULL,
    updated_at             timestamptz NOT NULL,
    deleted_at             timestamptz,
    UNIQUE (organization_id, assessment_id),
    FOREIGN KEY (organization_id, parent_assessment_id) REFERENCES assessment (organization_id, assessment_id),
    CHECK (observation_start_date <= observation_end_date),
    CHECK ((state IN ('failed', 'blocked')) = (held_state IS NOT NULL))
);
CREATE INDEX assessment_list ON assessment (organization_id, state, assessment_id) WHERE deleted_at IS NULL;
CALL tenant_table('assessment', 'assessment_id', 'SELECT, INSERT, UPDATE');

-- Append-only: who moved an assessment when and why (STD-33).
CREATE TABLE lifecycle_event (
    event_id        uuid PRIMARY KEY,
    organization_id uuid        NOT NULL,
    assessment_id   uuid        NOT NULL,
    ordinal         int         NOT NULL CHECK (ordinal >= 1),
    previous_state  text        NOT NULL,
    next_state      text        NOT NULL,
    event_type      text        NOT NULL,
    actor_id        uuid,
    system_actor    text,
    reason          text        NOT NULL CHECK (length(reason) >= 1),
    timestamp       timestamptz NOT NULL,
    trace_id        text        NOT NULL,
    metadata        jsonb       NOT NULL,
    UNIQUE (assessment_id, ordinal),
    FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, assessment_id),
    CHECK (num_nonnulls(actor_id, system_actor) = 1),
    CHECK (previous_state <> next_state)
);
CALL tenant_table('lifecycle_event', NULL, 'SELECT, INSERT');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON lifecycle_event FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The SCF pre-analysis: what the uploaded documents may have to say to each domain of the pinned SCF version.
CREATE TABLE pre_analysis_domain (
    pre_analysis_domain_id  uuid PRIMARY KEY,
    organization_id         uuid NOT NULL,
    assessment_id           uuid NOT NULL,
    ordinal                 int  NOT NULL,
    scf_domain_id           uuid NOT NULL,
    domain_code             text NOT NULL,
    domain_name             text NOT NULL,
    control_count           int  NOT NULL CHECK (control_count >= 0),
    candidate_control_count int  NOT NULL CHECK (candidate_control_count BETWEEN 0 AND control_count),
    UNIQUE (assessment_id, ordinal),
    FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, assessment_id)
);
CALL tenant_table('pre_analysis_domain', NULL, 'SELECT, INSERT');

-- One numbered version of a reviewable artifact. What an approved version says lies in the items of its feature.
CREATE TABLE artifact_version (
    version_id            uuid PRIMARY KEY,
    organization_id       uuid        NOT NULL,
    assessment_id         uuid        NOT NULL,
    kind                  text        NOT NULL
        CHECK (kind IN ('scope', 'soa', 'gap_analysis', 'maturity_assessment', 'poam', 'report')),
    number                int         NOT NULL CHECK (number >= 1),
    status                text        NOT NULL
        CHECK (status IN ('draft', 'under_review', 'approved', 'rejected', 'superseded', 'archived')),
    framework_id          uuid,
    scf_version_id        uuid,
    scope_id              uuid,
    soa_version_id        uuid,
    gap_version_id        uuid,
    maturity_version_id   uuid,
    poam_version_id       uuid,
    metadata              jsonb       NOT NULL,
    content_hash          text CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    supersedes_version_id uuid,
    superseded_by         uuid,
    created_by            uuid        NOT NULL,
    created_at            timestamptz NOT NULL,
    submitted_by          uuid,
    submitted_at          timestamptz,
    decided_by            uuid,
    decided_at            timestamptz,
    approval_id           uuid,
    rejection_reason      text,
    trace_id              text        NOT NULL,
    UNIQUE (organization_id, version_id),
    UNIQUE (assessment_id, kind, number),
    FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, assessment_id),
    FOREIGN KEY (organization_id, scope_id) REFERENCES artifact_version (organization_id, version_id),
    FOREIGN KEY (organization_id, soa_version_id) REFERENCES artifact_version (organization_id, version_id),
    FOREIGN KEY (organization_id, gap_version_id) REFERENCES artifact_version (organization_id, version_id),
    FOREIGN KEY (organization_id, maturity_version_id) REFERENCES artifact_version (organization_id, version_id),
    FOREIGN KEY (organization_id, poam_version_id) REFERENCES artifact_version (organization_id, version_id),
    FOREIGN KEY (organization_id, supersedes_version_id) REFERENCES artifact_version (organization_id, version_id),
    FOREIGN KEY (organization_id, superseded_by) REFERENCES artifact_version (organization_id, version_id),
    CHECK (status IN ('draft', 'archived') OR (submitted_by IS NOT NULL AND submitted_at IS NOT NULL)),
    CHECK (status NOT IN ('approved', 'superseded', 'rejected')
        OR (decided_by IS NOT NULL AND decided_at IS NOT NULL AND approval_id IS NOT NULL)),
    -- nobody approves their own work (STD-111); the last line behind the rule in the code
    CHECK (status NOT IN ('approved', 'superseded') OR (decided_by <> created_by AND decided_by <> submitted_by)),
    CHECK ((status = 'rejected') = (rejection_reason IS NOT NULL)),
    CHECK (status <> 'superseded' OR superseded_by IS NOT NULL)
);
-- at most one approved version of an artifact (STD-114)
CREATE UNIQUE INDEX artifact_version_approved ON artifact_version (assessment_id, kind) WHERE status = 'approved';
CALL tenant_table('artifact_version', 'version_id', 'SELECT, INSERT, UPDATE');

-- A human decision on exactly one version, or on the state of an assessment; made once (STD-110, STD-113).
CREATE TABLE approval (
    approval_id      uuid PRIMARY KEY,
    organization_id  uuid        NOT NULL,
    assessment_id    uuid        NOT NULL,
    gate             text        NOT NULL CHECK (gate IN ('soa', 'gap_analysis', 'maturity_assessment', 'poam', 'report')),
    target_type      text        NOT NULL CHECK (target_type IN ('artifact_version', 'assessment_state')),
    target_id        uuid        NOT NULL,
    version_id       uuid GENERATED ALWAYS AS (CASE WHEN target_type = 'artifact_version' THEN target_id END) STORED,
    artifact_version int,
    decision         text CHECK (decision IN ('approved', 'rejected', 'changes_requested')),
    requested_by     uuid        NOT NULL,
    actor_id         uuid,
    reason           text,
    created_at       timestamptz NOT NULL,
    decided_at       timestamptz,
    trace_id         text        NOT NULL,
    UNIQUE (organization_id, approval_id),
    UNIQUE (version_id),
    FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, assessment_id),
    FOREIGN KEY (organization_id, version_id) REFERENCES artifact_version (organization_id, version_id),
    CHECK ((target_type = 'artifact_version') = (artifact_version IS NOT NULL)),
    CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (actor_id IS NULL)),
    CHECK (decision = 'approved' OR decision IS NULL OR reason IS NOT NULL)
);
CREATE INDEX approval_assessment ON approval (organization_id, assessment_id, approval_id);
CREATE INDEX approval_pending ON approval (organization_id, approval_id) WHERE decision IS NULL;
CALL tenant_table('approval', 'approval_id', 'SELECT, INSERT, UPDATE (decision, actor_id, reason, decided_at)');

ALTER TABLE artifact_version
    ADD FOREIGN KEY (organization_id, approval_id) REFERENCES approval (organization_id, approval_id);

-- Whatever changes within an assessment holds this lock on its row; rows that merely refer to the row do not wait for it, so
-- that two workers who have both added some cannot wait for each other.
CREATE FUNCTION locked_assessment(p_organization uuid, p_assessment uuid) RETURNS SETOF assessment
    LANGUAGE sql VOLATILE AS
$$
SELECT *
  FROM assessment
 WHERE organization_id = p_organization
   AND assessment_id = p_assessment
   AND deleted_at IS NULL
   FOR NO KEY UPDATE
$$;

-- A version as it stands once the lock of its assessment is held; nothing where work on that assessment has ended.
CREATE FUNCTION locked_version(p_organization uuid, p_kind text, p_version uuid) RETURNS SETOF artifact_version
    LANGUAGE plpgsql VOLATILE AS
$$
BEGIN
    PERFORM
       FROM locked_assessment(p_organization, (SELECT v.assessment_id
                                                 FROM artifact_version v
                                                WHERE v.organization_id = p_organization
                                                  AND v.version_id = p_version)) a
      WHERE a.state NOT IN ('closed', 'archived', 'cancelled');
    IF FOUND THEN
        RETURN QUERY
            SELECT *
              FROM artifact_version v
             WHERE v.organization_id = p_organization
               AND v.version_id = p_version
               AND v.kind = p_kind;
    END IF;
END
$$;
GRANT EXECUTE ON FUNCTION locked_assessment, locked_version TO standard_app;
