-- Counting a request is one statement: the function has its own rights, so that no organization need be set for row-level security.
-- A window that another instance has opened is not closed again by one whose clock is behind.
CREATE FUNCTION count_request(p_organization uuid, p_actor uuid, p_category text, p_window bigint)
    RETURNS TABLE (used int, window_start bigint)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
INSERT INTO rate_limit AS r (organization_id, actor_id, category, window_start, used)
VALUES (p_organization, p_actor, p_category, p_window, 1)
    ON CONFLICT (organization_id, actor_id, category) DO UPDATE
   SET used = CASE WHEN excluded.window_start > r.window_start THEN 1 ELSE r.used + 1 END,
       window_start = GREATEST(excluded.window_start, r.window_start)
RETURNING r.used, r.window_start
$$;
GRANT EXECUTE ON FUNCTION count_request TO standard_app;
