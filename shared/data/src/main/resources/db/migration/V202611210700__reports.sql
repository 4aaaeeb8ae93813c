-- Reports: what one version says, kept as it was generated, and its files.

CREATE TABLE report (
    version_id      uuid PRIMARY KEY,
    organization_id uuid        NOT NULL,
    assessment_id   uuid        NOT NULL,
    report_type     text        NOT NULL CHECK (report_type IN (
        'full_assessment_report', 'executive_summary', 'soa_export', 'gap_analysis_report', 'maturity_report', 'poam_report',
        'audit_package', 'machine_readable_export')),
    title           text        NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
    format          text        NOT NULL,
    marking         text,
    content_hash    text        NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    content         text        NOT NULL,
    UNIQUE (organization_id, version_id),
    FOREIGN KEY (organization_id, version_id) REFERENCES artifact_version (organization_id, version_id),
    FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, assessment_id)
);
-- a snapshot never changes
CALL tenant_table('report', NULL, 'SELECT, INSERT');

-- One rendering of a report. The object in storage is written before the row says ready.
CREATE TABLE report_file (
    version_id      uuid        NOT NULL,
    organization_id uuid        NOT NULL,
    format          text        NOT NULL CHECK (format IN ('json', 'markdown', 'html', 'docx', 'pdf', 'csv', 'xlsx', 'zip')),
    status          text        NOT NULL CHECK (status IN ('queued', 'rendering', 'ready', 'failed')),
    job_id          uuid        NOT NULL,
    storage_key     text,
    content_hash    text CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    size_bytes      bigint CHECK (size_bytes >= 0),
    reason          text,
    updated_at      timestamptz NOT NULL,
    PRIMARY KEY (version_id, format),
    FOREIGN KEY (organization_id, version_id) REFERENCES report (organization_id, version_id),
    FOREIGN KEY (organization_id, job_id) REFERENCES job (organization_id, job_id),
    CHECK ((status = 'ready') = (storage_key IS NOT NULL AND content_hash IS NOT NULL AND size_bytes IS NOT NULL)),
    CHECK ((status = 'failed') = (reason IS NOT NULL))
);
CALL tenant_table('report_file', NULL, 'SELECT, INSERT, UPDATE');
