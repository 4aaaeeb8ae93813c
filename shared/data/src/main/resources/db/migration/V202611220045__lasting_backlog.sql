-- What waits in a long queue has its message there: it is rung for again and again, but ever more rarely, at the most
-- every ten minutes. What nobody could be told of is due at once when they can.
CREATE OR REPLACE FUNCTION due_work(p_at timestamptz, p_silence interval, p_most int)
    RETURNS TABLE (job_id uuid, organization_id uuid, queue text, kind text, trace_id text)
    LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
UPDATE job j
   SET rung_at = p_at
 WHERE j.job_id IN (SELECT d.job_id
                      FROM job d
                     WHERE d.rung_at <= p_at - p_silence
                       AND ((d.status = 'queued' AND d.not_before <= p_at
                             AND d.rung_at <= p_at - LEAST((p_at - d.queued_at) / 2, interval '10 minutes'))
                         OR (d.status = 'retrying' AND d.not_before <= p_at)
                         OR (d.status = 'running' AND d.lease_until < p_at))
                     ORDER BY d.rung_at
                     LIMIT p_most
                       FOR UPDATE SKIP LOCKED)
RETURNING j.job_id, j.organization_id, j.queue, j.kind, j.trace_id
$$;
