-- The reference from a chunk to its vectors under one model: there from the moment the work is asked for; the chunk's
-- embedding_status is its state.
CREATE TABLE vector_reference (
    vector_reference_id uuid PRIMARY KEY,
    organization_id     uuid        NOT NULL REFERENCES organization,
    chunk_id            uuid        NOT NULL,
    model               text        NOT NULL,
    text_hash           text        NOT NULL,
    parts               int CHECK (parts >= 0),
    created_at          timestamptz NOT NULL,
    UNIQUE (organization_id, chunk_id, model),
    FOREIGN KEY (organization_id, chunk_id) REFERENCES document_chunk (organization_id, chunk_id)
);
-- The same text under the same model has the same vectors: it is embedded once.
CREATE INDEX vector_reference_text ON vector_reference (organization_id, text_hash, model) WHERE parts > 0;
CALL tenant_table('vector_reference', 'vector_reference_id', 'SELECT, INSERT, UPDATE');

-- One vector for each window of a chunk that the model reads at once; one byte a component.
CREATE TABLE chunk_vector (
    organization_id uuid  NOT NULL REFERENCES organization,
    chunk_id        uuid  NOT NULL,
    model           text  NOT NULL,
    part            int   NOT NULL,
    start_offset    int   NOT NULL CHECK (start_offset >= 0),
    end_offset      int   NOT NULL CHECK (end_offset > start_offset),
    components      bytea STORAGE PLAIN NOT NULL,
    PRIMARY KEY (organization_id, chunk_id, model, part),
    FOREIGN KEY (organization_id, chunk_id) REFERENCES document_chunk (organization_id, chunk_id)
);
CALL tenant_table('chunk_vector', NULL, 'SELECT, INSERT, DELETE');

-- The signs of the components of what may be found: narrow, because a search reads all of an assessment's. A retired chunk keeps
-- its vectors, for the same text may come again, and loses these.
CREATE TABLE chunk_sign (
    organization_id uuid        NOT NULL REFERENCES organization,
    assessment_id   uuid        NOT NULL,
    model           text        NOT NULL,
    chunk_id        uuid        NOT NULL,
    part            int         NOT NULL,
    document_id     uuid        NOT NULL,
    signs           bit varying NOT NULL,
    PRIMARY KEY (organization_id, assessment_id, model, chunk_id, part),
    FOREIGN KEY (organization_id, chunk_id, model, part) REFERENCES chunk_vector (organization_id, chunk_id, model, part) ON DELETE CASCADE
);
CREATE INDEX chunk_sign_vector ON chunk_sign (organization_id, chunk_id, model, part);
CALL tenant_table('chunk_sign', NULL, 'SELECT, INSERT, DELETE');
