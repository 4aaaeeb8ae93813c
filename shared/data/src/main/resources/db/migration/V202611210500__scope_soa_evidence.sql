-- What an assessment looks at, what applies to it, and what the documents say about that.

-- A scope's fields; its number, state and approval are those of the version of the same id.
CREATE TABLE scope (
    scope_id        uuid PRIMARY KEY,
    organization_id uuid        NOT NULL,
    fields          jsonb       NOT NULL,
    updated_at      timestamptz NOT NULL,
    FOREIGN KEY (organization_id, scope_id) REFERENCES artifact_version (organization_id, version_id)
);
CALL tenant_table('scope', 'scope_id', 'SELECT, INSERT, UPDATE');

-- One line per official mapping of a requirement, or one without a control where there is none (STD-60).
CREATE TABLE soa_item (
    soa_item_id                 uuid PRIMARY KEY,
    row_version                 int              NOT NULL,
    organization_id             uuid             NOT NULL,
    soa_version_id              uuid             NOT NULL,
    ordinal                     int              NOT NULL CHECK (ordinal >= 1),
    framework_id                uuid             NOT NULL,
    framework_requirement_id    uuid             NOT NULL,
    requirement_code            text             NOT NULL,
    scf_version_id              uuid             NOT NULL,
    scf_control_id              uuid,
    control_code                text,
    applicability_status        text             NOT NULL CHECK (applicability_status IN (
        'applicable', 'partially_applicable', 'not_applicable', 'to_be_defined', 'requires_validation', 'out_of_scope')),
    implementation_status       text             NOT NULL CHECK (implementation_status IN (
        'implemented', 'partially_implemented', 'not_implemented', 'not_evidenced', 'not_assessed', 'not_applicable')),
    applicability_rationale     text,
    non_applicability_rationale text,
    scope_rationale             text,
    evidence_summary            text,
    evidence_coverage           text             NOT NULL
        CHECK (evidence_coverage IN ('strong', 'partial', 'weak', 'absent', 'conflicting', 'not_checked')),
    confidence_score            double precision NOT NULL CHECK (confidence_score BETWEEN 0 AND 1),
    requires_user_validation    boolean          NOT NULL,
    validation_notes            text,
    source_mapping_id           uuid,
    mapping_status              text             NOT NULL CHECK (mapping_status IN ('official_mapping', 'no_official_mapping')),
    relationship_type           text CHECK (relationship_type IN ('equal', 'subset', 'intersects', 'superset', 'no_relation')),
    relationship_strength       double precision CHECK (relationship_strength BETWEEN 0 AND 1),
    responsibility_type         text             NOT NULL
        CHECK (responsibility_type IN ('internal', 'customer', 'third_party_provider', 'shared')),
    UNIQUE (organization_id, soa_item_id),
    UNIQUE (soa_version_id, ordinal),
    FOREIGN KEY (organization_id, soa_version_id) REFERENCES artifact_version (organization_id, version_id),
    CHECK ((scf_control_id IS NULL) = (control_code IS NULL)),
    CHECK ((scf_control_id IS NULL) = (mapping_status = 'no_official_mapping')),
    CHECK (applicability_status <> 'not_applicable' OR non_applicability_rationale IS NOT NULL),
    CHECK (applicability_status <> 'out_of_scope' OR scope_rationale IS NOT NULL)
);
CALL tenant_table('soa_item', 'soa_item_id', 'SELECT, INSERT, UPDATE');

-- When an approved SoA entered the knowledge base.
CREATE TABLE soa_ingestion (
    soa_version_id  uuid PRIMARY KEY,
    organization_id uuid        NOT NULL,
    ingested_by     uuid        NOT NULL,
    ingested_at     timestamptz NOT NULL,
    FOREIGN KEY (organization_id, soa_version_id) REFERENCES artifact_version (organization_id, version_id)
);
CALL tenant_table('soa_ingestion', NULL, 'SELECT, INSERT');

-- What the documents say about an item. Looking again adds a row and retires the older one; nothing else ever changes, so
-- that whatever was based on a finding can still be traced to it.
CREATE TABLE evidence_finding (
    evidence_finding_id      uuid PRIMARY KEY,
    organization_id          uuid             NOT NULL,
    assessment_id            uuid             NOT NULL,
    soa_version_id           uuid             NOT NULL,
    soa_item_id              uuid             NOT NULL,
    ordinal                  int              NOT NULL,
    framework_requirement_id uuid             NOT NULL,
    scf_control_id           uuid,
    evidence_strength        text             NOT NULL
        CHECK (evidence_strength IN ('strong', 'partial', 'weak', 'absent', 'conflicting')),
    evidence_status          text             NOT NULL
        CHECK (evidence_status IN ('candidate', 'accepted', 'rejected', 'insufficient', 'conflicting', 'not_evidenced')),
    evidence_summary         text             NOT NULL,
    evidence_limitations     text[]           NOT NULL,
    confidence_score         double precision NOT NULL CHECK (confidence_score BETWEEN 0 AND 1),
    matched_signals          jsonb            NOT NULL,
    supersedes_finding_id    uuid,
    created_at               timestamptz      NOT NULL,
    retired                  boolean          NOT NULL DEFAULT false,
    UNIQUE (organization_id, evidence_finding_id),
    FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, assessment_id),
    FOREIGN KEY (organization_id, soa_version_id) REFERENCES artifact_version (organization_id, version_id),
    FOREIGN KEY (organization_id, soa_item_id) REFERENCES soa_item (organization_id, soa_item_id),
    FOREIGN KEY (organization_id, supersedes_finding_id) REFERENCES evidence_finding (organization_id, evidence_finding_id),
    -- absence is a limitation, never a verdict (STD-71)
    CHECK ((evidence_strength = 'absent') = (evidence_status = 'not_evidenced'))
);
CREATE UNIQUE INDEX evidence_finding_current ON evidence_finding (soa_version_id, ordinal) WHERE NOT retired;
CREATE INDEX evidence_finding_assessment ON evidence_finding (organization_id, assessment_id, soa_version_id, ordinal)
    WHERE NOT retired;
CALL tenant_table('evidence_finding', 'evidence_finding_id', 'SELECT, INSERT, UPDATE (retired)');

-- The passages behind a finding, copied word for word: documents may be processed anew or removed later.
CREATE TABLE evidence_source (
    evidence_source_id  uuid PRIMARY KEY,
    organization_id     uuid             NOT NULL,
    evidence_finding_id uuid             NOT NULL,
    rank                int              NOT NULL CHECK (rank >= 1),
    document_id         uuid             NOT NULL,
    chunk_id            uuid             NOT NULL,
    vector_reference_id uuid,
    source_title        text,
    source_location     text,
    page_number         int,
    snippet             text             NOT NULL CHECK (length(snippet) <= 500),
    start_offset        int              NOT NULL,
    end_offset          int              NOT NULL,
    retrieval_score     double precision NOT NULL CHECK (retrieval_score BETWEEN 0 AND 1),
    retrieval_method    text             NOT NULL CHECK (retrieval_method IN ('vector', 'hybrid', 'text')),
    candidate_evidence  boolean          NOT NULL CHECK (candidate_evidence),
    UNIQUE (evidence_finding_id, rank),
    FOREIGN KEY (organization_id, evidence_finding_id) REFERENCES evidence_finding (organization_id, evidence_finding_id)
);
CALL tenant_table('evidence_source', NULL, 'SELECT, INSERT');
