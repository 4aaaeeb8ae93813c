-- What the figures count, for every organization every minute: open work is a small part of all there has ever been.
CREATE INDEX poam_item_open ON poam_item (organization_id, poam_version_id, due_date) WHERE status NOT IN ('completed', 'cancelled');
CREATE INDEX job_watched ON job (organization_id) WHERE status IN ('queued', 'running', 'retrying', 'failed');
