-- What an organization's work looked like from time to time; kept for three days.
CREATE TABLE metric_reading (
    organization_id uuid        NOT NULL REFERENCES organization,
    taken_at        timestamptz NOT NULL,
    figures         jsonb       NOT NULL,
    PRIMARY KEY (organization_id, taken_at)
);
CALL tenant_table('metric_reading', NULL, 'SELECT, INSERT');

-- When somebody wants to be told. A rule changes its state only after its condition has held, or not held, for its window.
CREATE TABLE alert_rule (
    alert_rule_id   uuid PRIMARY KEY,
    organization_id uuid             NOT NULL REFERENCES organization,
    name            text             NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    metric_name     text             NOT NULL,
    operator        text             NOT NULL CHECK (operator IN ('gt', 'gte', 'lt', 'lte', 'eq')),
    threshold       double precision NOT NULL,
    window_seconds  int              NOT NULL CHECK (window_seconds BETWEEN 0 AND 86400),
    severity        text             NOT NULL CHECK (severity IN ('informational', 'low', 'medium', 'high', 'critical')),
    channel         text             NOT NULL CHECK (channel IN ('webhook', 'email')),
    enabled         boolean          NOT NULL,
    state           text             NOT NULL CHECK (state IN ('ok', 'firing')),
    turning_since   timestamptz,
    state_since     timestamptz      NOT NULL,
    last_value      double precision,
    evaluated_at    timestamptz,
    created_by      uuid             NOT NULL,
    created_at      timestamptz      NOT NULL,
    updated_at      timestamptz      NOT NULL,
    UNIQUE (organization_id, name)
);
CREATE INDEX alert_rule_enabled ON alert_rule (organization_id) WHERE enabled;
CALL tenant_table('alert_rule', 'alert_rule_id', 'SELECT, INSERT, UPDATE, DELETE');

-- Whose work is looked at, for the schedule.
CREATE FUNCTION observed_organizations() RETURNS TABLE (organization_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
SELECT o.organization_id FROM organization o WHERE o.status = 'active' ORDER BY o.organization_id
$$;

CREATE FUNCTION purge_metric_readings(p_before timestamptz) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DELETE FROM metric_reading WHERE taken_at < p_before;
$$;
GRANT EXECUTE ON FUNCTION observed_organizations, purge_metric_readings TO standard_app;

CREATE FUNCTION locked_alert_rules(p_organization uuid) RETURNS SETOF alert_rule
    LANGUAGE sql VOLATILE AS
$$
SELECT *
  FROM alert_rule
 WHERE organization_id = p_organization
   AND enabled
 ORDER BY alert_rule_id
   FOR UPDATE
$$;
GRANT EXECUTE ON FUNCTION locked_alert_rules TO standard_app;
