-- Documents of an assessment, and the chunks of their text. The bytes lie in object storage.
CREATE TABLE document (
    document_id         uuid PRIMARY KEY,
    organization_id     uuid        NOT NULL REFERENCES organization,
    assessment_id       uuid        NOT NULL,
    original_filename   text        NOT NULL CHECK (length(original_filename) BETWEEN 1 AND 255),
    normalized_filename text        NOT NULL CHECK (normalized_filename !~ '[/\\]'),
    storage_provider    text        NOT NULL CHECK (storage_provider = 's3'),
    storage_bucket      text        NOT NULL,
    storage_key         text        NOT NULL UNIQUE,
    content_hash        text        NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    mime_type           text        NOT NULL,
    file_size           bigint      NOT NULL CHECK (file_size >= 0),
    uploaded_by         uuid        NOT NULL,
    uploaded_at         timestamptz NOT NULL,
    classification      text        NOT NULL CHECK (classification IN ('public', 'internal', 'confidential', 'restricted')),
    document_type       text        NOT NULL
        CHECK (document_type IN ('policy', 'procedure', 'standard', 'evidence', 'soa', 'report', 'other')),
    language            text        NOT NULL,
    version_label       text,
    effective_date      date,
    status              text        NOT NULL
        CHECK (status IN ('uploaded', 'queued_for_extraction', 'extracting', 'extracted', 'chunked', 'queued_for_embedding',
                          'embedded', 'failed', 'rejected', 'archived')),
    status_reason       text,
    scan_status         text        NOT NULL CHECK (scan_status IN ('pending', 'clean', 'infected', 'error', 'skipped')),
    malware_signature   text,
    scanned_at          timestamptz,
    trace_id            text        NOT NULL,
    UNIQUE (organization_id, document_id),
    UNIQUE (organization_id, assessment_id, document_id),
    FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, assessment_id)
);
CALL tenant_table('document', 'document_id', 'SELECT, INSERT, UPDATE');

-- A chunk that reprocessing or archiving has retired stays: what cites it still finds it. Only active ones are searched.
CREATE TABLE document_chunk (
    chunk_id             uuid PRIMARY KEY,
    organization_id      uuid        NOT NULL REFERENCES organization,
    assessment_id        uuid        NOT NULL,
    document_id          uuid        NOT NULL,
    chunk_index          int         NOT NULL CHECK (chunk_index >= 0),
    chunk_text           text        NOT NULL,
    text_hash            text        NOT NULL CHECK (text_hash ~ '^[0-9a-f]{64}$'),
    token_count_estimate int         NOT NULL CHECK (token_count_estimate > 0),
    page_number          int         CHECK (page_number > 0),
    start_offset         int         NOT NULL CHECK (start_offset >= 0),
    end_offset           int         NOT NULL CHECK (end_offset > start_offset),
    location_metadata    jsonb       NOT NULL,
    embedding_status     text        NOT NULL
        CHECK (embedding_status IN ('pending', 'queued', 'embedding', 'embedded', 'failed', 'skipped', 'reprocess_required')),
    active               boolean     NOT NULL,
    created_at           timestamptz NOT NULL,
    search_words         tsvector    NOT NULL GENERATED ALWAYS AS (to_tsvector('english', chunk_text)) STORED,
    UNIQUE (organization_id, chunk_id),
    FOREIGN KEY (organization_id, assessment_id, document_id) REFERENCES document (organization_id, assessment_id, document_id)
);
-- Repeating an ingestion adds nothing (STD-44).
CREATE UNIQUE INDEX document_chunk_once ON document_chunk (document_id, start_offset, end_offset, text_hash) WHERE active;
CREATE UNIQUE INDEX document_chunk_order ON document_chunk (organization_id, document_id, chunk_index) WHERE active;
CREATE INDEX document_chunk_assessment ON document_chunk (organization_id, assessment_id, chunk_id) WHERE active;
CREATE INDEX document_chunk_words ON document_chunk USING gin (search_words) WHERE active;
CALL tenant_table('document_chunk', 'chunk_id', 'SELECT, INSERT, UPDATE');

-- A place kept for a file that its owner sends to object storage directly; gone once the file has become a document.
CREATE TABLE upload_reservation (
    document_id       uuid PRIMARY KEY,
    organization_id   uuid        NOT NULL REFERENCES organization,
    assessment_id     uuid        NOT NULL,
    original_filename text        NOT NULL,
    incoming_key      text        NOT NULL UNIQUE,
    mime_type         text        NOT NULL,
    classification    text        NOT NULL,
    document_type     text        NOT NULL,
    language          text        NOT NULL,
    version_label     text,
    effective_date    date,
    requested_by      uuid        NOT NULL,
    requested_at      timestamptz NOT NULL,
    expires_at        timestamptz NOT NULL,
    trace_id          text        NOT NULL,
    FOREIGN KEY (organization_id, assessment_id) REFERENCES assessment (organization_id, assessment_id)
);
CREATE INDEX upload_reservation_age ON upload_reservation (requested_at);
CALL tenant_table('upload_reservation', NULL, 'SELECT, INSERT, UPDATE, DELETE');

-- Places of every organization whose file may have come without the queue hearing of it.
CREATE FUNCTION due_uploads(p_before timestamptz, p_most int)
    RETURNS TABLE (document_id uuid, organization_id uuid, incoming_key text, expires_at timestamptz, trace_id text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
SELECT r.document_id, r.organization_id, r.incoming_key, r.expires_at, r.trace_id
  FROM upload_reservation r
 WHERE r.requested_at < p_before
 ORDER BY r.requested_at
 LIMIT p_most
$$;
GRANT EXECUTE ON FUNCTION due_uploads TO standard_app;
