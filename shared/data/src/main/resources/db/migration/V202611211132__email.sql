-- An organization's own wording of a letter; without a row the product's is used.
CREATE TABLE email_template (
    template_id     uuid PRIMARY KEY,
    organization_id uuid        NOT NULL REFERENCES organization,
    type            text        NOT NULL,
    subject         text        NOT NULL,
    body_html       text        NOT NULL,
    body_text       text        NOT NULL,
    updated_by      uuid        NOT NULL,
    updated_at      timestamptz NOT NULL,
    UNIQUE (organization_id, type)
);
CALL tenant_table('email_template', 'template_id', 'SELECT, INSERT, UPDATE');

-- Letters: written, sent, or kept in the mailbox of a laptop. The text of what has been sent is not kept.
CREATE TABLE email_message (
    email_id            uuid PRIMARY KEY,
    organization_id     uuid        NOT NULL REFERENCES organization,
    type                text        NOT NULL,
    recipient           text        NOT NULL,
    -- What the letter tells of; null when a person sent it.
    event_id            uuid,
    status              text        NOT NULL CHECK (status IN ('queued', 'sent', 'failed')),
    subject             text,
    body_html           text,
    body_text           text,
    provider_message_id text,
    created_at          timestamptz NOT NULL,
    sent_at             timestamptz,
    UNIQUE (organization_id, email_id),
    -- Everybody hears of an event once.
    UNIQUE (organization_id, event_id, recipient)
);
CREATE INDEX email_message_newest ON email_message (organization_id, created_at DESC, email_id DESC);
CALL tenant_table('email_message', 'email_id', 'SELECT, INSERT, UPDATE');
