-- The catalog belongs to no organization: everyone reads it, only import runs write it (STD-10). The application may add rows and
-- change none, but for what two versions say about the same framework or requirement.

CREATE TABLE scf_version (
    scf_version_id uuid PRIMARY KEY,
    version_label  text        NOT NULL UNIQUE CHECK (length(version_label) BETWEEN 1 AND 100),
    release_date   date,
    source_hash    text        NOT NULL,
    import_status  text        NOT NULL
        CHECK (import_status IN ('pending', 'running', 'succeeded', 'failed', 'partial', 'rolled_back')),
    imported_at    timestamptz NOT NULL,
    is_synthetic   boolean     NOT NULL,
    -- The order of imports: a requirement that a later import brings is none of an earlier version's (STD-17).
    import_order   bigint GENERATED ALWAYS AS IDENTITY,
    -- Year and number of the release that the label names, else of the import: 2022.3 is 2022003.
    release_order  int         NOT NULL
);

CREATE TABLE scf_domain (
    scf_domain_id  uuid PRIMARY KEY,
    scf_version_id uuid    NOT NULL REFERENCES scf_version,
    domain_code    text    NOT NULL,
    domain_name    text    NOT NULL,
    description    text,
    intent         text,
    sort_order     int     NOT NULL,
    is_synthetic   boolean NOT NULL,
    UNIQUE (scf_version_id, domain_code),
    UNIQUE (scf_version_id, scf_domain_id)
);

CREATE TABLE scf_control (
    control_id              uuid PRIMARY KEY,
    scf_version_id          uuid    NOT NULL REFERENCES scf_version,
    scf_domain_id           uuid    NOT NULL,
    ordinal                 int     NOT NULL,
    control_code            text    NOT NULL,
    control_title           text    NOT NULL,
    control_description     text,
    control_question        text,
    control_intent          text,
    implementation_guidance text,
    expected_evidence       text,
    control_weight          double precision CHECK (control_weight BETWEEN 1 AND 10),
    function_grouping       text,
    tags                    text[]  NOT NULL,
    evidence_request_codes  text[]  NOT NULL,
    risk_codes              text[]  NOT NULL,
    threat_codes            text[]  NOT NULL,
    status                  text    NOT NULL CHECK (status IN ('active', 'deprecated', 'draft', 'archived')),
    is_synthetic            boolean NOT NULL,
    search_text             text GENERATED ALWAYS AS (lower(control_code || ' ' || control_title || ' '
        || COALESCE(control_description, '') || ' ' || COALESCE(control_question, ''))) STORED,
    UNIQUE (scf_version_id, control_code),
    UNIQUE (scf_version_id, control_id),
    UNIQUE (scf_version_id, ordinal),
    FOREIGN KEY (scf_version_id, scf_domain_id) REFERENCES scf_domain (scf_version_id, scf_domain_id)
);

CREATE TABLE scf_maturity_criterion (
    control_id uuid     NOT NULL REFERENCES scf_control,
    level      smallint NOT NULL CHECK (level BETWEEN 0 AND 5),
    criterion  text     NOT NULL,
    reachable  boolean  NOT NULL,
    PRIMARY KEY (control_id, level)
);

CREATE TABLE scf_evidence_request (
    evidence_request_id uuid PRIMARY KEY,
    scf_version_id      uuid NOT NULL REFERENCES scf_version,
    ordinal             int  NOT NULL,
    code                text NOT NULL,
    area                text,
    artifact            text NOT NULL,
    description         text,
    UNIQUE (scf_version_id, code)
);

CREATE TABLE scf_hazard (
    hazard_id      uuid PRIMARY KEY,
    scf_version_id uuid NOT NULL REFERENCES scf_version,
    ordinal        int  NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('risk', 'threat')),
    code           text NOT NULL,
    grouping_name  text,
    name           text NOT NULL,
    description    text,
    UNIQUE (scf_version_id, kind, code)
);

-- Frameworks and requirements are the same across versions, so that versions can be compared (STD-11).
CREATE TABLE scf_framework (
    framework_id      uuid PRIMARY KEY,
    framework_code    text    NOT NULL UNIQUE,
    framework_name    text    NOT NULL,
    framework_version text,
    publisher         text,
    jurisdiction      text,
    category          text,
    source_title      text,
    source_url        text,
    status            text    NOT NULL CHECK (status IN ('active', 'deprecated', 'draft', 'archived')),
    is_synthetic      boolean NOT NULL
);

CREATE TABLE scf_requirement (
    requirement_id    uuid PRIMARY KEY,
    framework_id      uuid    NOT NULL REFERENCES scf_framework,
    requirement_code  text    NOT NULL,
    requirement_title text    NOT NULL,
    requirement_text  text,
    is_mcr            boolean NOT NULL,
    mcr_rationale     text,
    status            text    NOT NULL CHECK (status IN ('active', 'deprecated', 'draft', 'archived')),
    is_synthetic      boolean NOT NULL,
    -- Natural order of codes, and the import that brought the requirement.
    sort_key          text COLLATE "C" NOT NULL,
    import_order      bigint  NOT NULL,
    UNIQUE (framework_id, requirement_code),
    UNIQUE (framework_id, requirement_id)
);

CREATE TABLE scf_mapping (
    scf_mapping_id               uuid PRIMARY KEY,
    scf_version_id               uuid    NOT NULL REFERENCES scf_version,
    scf_framework_id             uuid    NOT NULL,
    scf_framework_requirement_id uuid    NOT NULL,
    scf_control_id               uuid    NOT NULL,
    relationship_type            text    NOT NULL
        CHECK (relationship_type IN ('equal', 'subset', 'intersects', 'superset', 'no_relation')),
    strength_score               double precision CHECK (strength_score BETWEEN 0.1 AND 0.9),
    mapping_rationale            text,
    mapping_source               text    NOT NULL CHECK (mapping_source IN ('official_scf', 'derived', 'consultative')),
    is_official                  boolean NOT NULL,
    status                       text    NOT NULL CHECK (status IN ('active', 'deprecated', 'draft', 'archived')),
    FOREIGN KEY (scf_framework_id, scf_framework_requirement_id) REFERENCES scf_requirement (framework_id, requirement_id),
    FOREIGN KEY (scf_version_id, scf_control_id) REFERENCES scf_control (scf_version_id, control_id)
);
CREATE UNIQUE INDEX scf_mapping_requirement ON scf_mapping (scf_version_id, scf_framework_requirement_id, scf_control_id);
CREATE INDEX scf_mapping_framework ON scf_mapping (scf_version_id, scf_framework_id);
CREATE INDEX scf_mapping_control ON scf_mapping (scf_control_id, scf_framework_id);

CREATE TABLE scf_import_run (
    import_run_id      uuid PRIMARY KEY,
    scf_version_id     uuid REFERENCES scf_version,
    source_type        text        NOT NULL CHECK (source_type IN ('xlsx', 'csv', 'oscal_json', 'synthetic_fixture')),
    source_filename    text,
    source_url         text,
    source_hash        text        NOT NULL,
    version_label      text        NOT NULL,
    object_key         text        NOT NULL,
    file_size_bytes    bigint      NOT NULL,
    status             text        NOT NULL
        CHECK (status IN ('pending', 'running', 'succeeded', 'failed', 'partial', 'rolled_back')),
    progress_percent   int         NOT NULL CHECK (progress_percent BETWEEN 0 AND 100),
    started_at         timestamptz NOT NULL,
    completed_at       timestamptz,
    error_summary_safe text,
    import_statistics  jsonb       NOT NULL,
    requested_by       uuid        NOT NULL,
    trace_id           text        NOT NULL
);

CREATE TABLE scf_import_warning (
    import_run_id uuid NOT NULL REFERENCES scf_import_run,
    ordinal       int  NOT NULL,
    rule          text NOT NULL,
    sheet         text,
    row_number    int,
    column_name   text,
    message       text NOT NULL,
    PRIMARY KEY (import_run_id, ordinal)
);

GRANT SELECT, INSERT ON scf_version, scf_domain, scf_control, scf_maturity_criterion, scf_evidence_request, scf_hazard,
    scf_framework, scf_requirement, scf_mapping, scf_import_run, scf_import_warning TO standard_app;
GRANT UPDATE (framework_version, publisher, jurisdiction, source_title, source_url, is_synthetic) ON scf_framework TO standard_app;
GRANT UPDATE (is_synthetic, import_order) ON scf_requirement TO standard_app;
GRANT UPDATE (scf_version_id, status, progress_percent, completed_at, error_summary_safe, import_statistics) ON scf_import_run
    TO standard_app;
