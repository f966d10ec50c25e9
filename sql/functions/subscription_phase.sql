-- Purpose: whether a subscription with this status has ended for good.
-- Why: the end is final: no report, however late, brings it back.
-- Rows: one text: ended or alive.
CREATE OR REPLACE FUNCTION subscription_phase(status text)
RETURNS text
LANGUAGE sql IMMUTABLE
AS $$
    SELECT CASE WHEN status IN ('canceled', 'incomplete_expired') THEN 'ended' ELSE 'alive' END
$$;
