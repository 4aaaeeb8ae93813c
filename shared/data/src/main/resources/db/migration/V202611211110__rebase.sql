-- Carrying an open assessment over to a newer SCF version: each time, what became of every item of its SoA.

CREATE TABLE rebase (
    rebase_id              uuid PRIMARY KEY,
    organization_id        uuid        NOT NULL,
    assessment_id          uuid        NOT NULL,
    from_scf_version_id    uuid        NOT NULL,
    from_scf_version_label text        NOT NULL,
    to_scf_version_id      uuid        NOT NULL,
    to_scf_version_label   text        NOT NULL,
    from_soa_version_id    uuid,
    to_soa_version_id      uuid,
    kept_count             int         NOT NULL CHECK (kept_count >= 0),
    review_count           int         NOT NULL CHECK (review_count >= 0),
    retired_count          int         NOT NULL CHECK (retired_count >= 0),
    added_count            int         NOT NULL CHECK (added_count >= 0),
    reason                 text        NOT NULL CHECK (length(reason) >= 1),
    created_by             uuid        NOT NULL,
    created_at             timestamptz NOT NULL,
    trace_id               text        NOT NULL,
    UNIQUE (organization_id, rebase_id),
    FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, assessment_id),
    FOREIGN KEY (organization_id, from_soa_version_id) REFERENCES artifact_version (organization_id, version_id),
    FOREIGN KEY (organization_id, to_soa_version_id) REFERENCES artifact_version (organization_id, version_id),
    CHECK (from_scf_version_id <> to_scf_version_id),
    CHECK ((from_soa_version_id IS NULL) = (to_soa_version_id IS NULL))
);
CREATE INDEX rebase_assessment ON rebase (organization_id, assessment_id, rebase_id);
CREATE INDEX rebase_draft ON rebase (organization_id, to_soa_version_id);
CALL tenant_table('rebase', 'rebase_id', 'SELECT, INSERT');

-- The fate of one item. That every old item has exactly one is the table's own word.
CREATE TABLE rebase_entry (
    rebase_entry_id          uuid PRIMARY KEY,
    organization_id          uuid   NOT NULL,
    rebase_id                uuid   NOT NULL,
    ordinal                  int    NOT NULL CHECK (ordinal >= 1),
    fate                     text   NOT NULL CHECK (fate IN ('kept', 'review', 'retired', 'added')),
    changes                  text[] NOT NULL,
    framework_requirement_id uuid   NOT NULL,
    requirement_code         text   NOT NULL,
    before_item_id           uuid,
    after_item_id            uuid,
    before_control_id        uuid,
    after_control_id         uuid,
    decision                 text CHECK (decision IN ('accepted', 'edited')),
    decided_by               uuid,
    decided_at               timestamptz,
    note                     text CHECK (length(note) <= 2000),
    UNIQUE (rebase_id, ordinal),
    UNIQUE (rebase_id, before_item_id),
    UNIQUE (rebase_id, after_item_id),
    FOREIGN KEY (organization_id, rebase_id) REFERENCES rebase (organization_id, rebase_id),
    FOREIGN KEY (organization_id, before_item_id) REFERENCES soa_item (organization_id, soa_item_id),
    FOREIGN KEY (organization_id, after_item_id) REFERENCES soa_item (organization_id, soa_item_id),
    CHECK ((before_item_id IS NULL) = (fate = 'added')),
    CHECK ((after_item_id IS NULL) = (fate = 'retired')),
    CHECK ((fate = 'kept') = (cardinality(changes) = 0)),
    CHECK (fate = 'review' OR decision IS NULL),
    CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL))
);
CREATE INDEX rebase_entry_pending ON rebase_entry (rebase_id, ordinal) WHERE fate = 'review' AND decision IS NULL;
CALL tenant_table('rebase_entry', 'rebase_entry_id', 'SELECT, INSERT, UPDATE (decision, decided_by, decided_at, note)');
